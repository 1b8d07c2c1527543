using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Storage;

public sealed class ChangeCounterTests
{
    private static readonly Guid Queen = Guid.NewGuid(), Strangers = Guid.NewGuid();
    private static readonly Guid Charter = Guid.NewGuid(), Other = Guid.NewGuid();

    private readonly ChangeCounter changes = new();

    /// <summary>Which of the readers below find that nothing they show has changed.</summary>
    private string StillValid(long since) => string.Join(' ', new (string Name, bool IsValid)[]
    {
        ("people", changes.ArePeopleUnchanged(since)),
        ("charter", changes.IsCharterUnchanged(Queen, Charter, since)),
        ("other", changes.IsCharterUnchanged(Queen, Other, since)),
        ("list", changes.IsOperatorUnchanged(Queen, since)),
        ("strangers", changes.IsOperatorUnchanged(Strangers, since)),
    }.Where(reader => reader.IsValid).Select(reader => reader.Name));

    [Fact]
    public void A_change_of_a_charter_concerns_its_pages_and_the_lists_of_its_operator()
    {
        changes.Raise(ChangeScope.Charter(Queen, Charter));

        Assert.Equal("people other strangers", StillValid(0));
        Assert.Equal("people charter other list strangers", StillValid(changes.Number));
    }

    [Fact]
    public void A_change_of_an_operator_concerns_all_its_pages_and_the_viewers()
    {
        changes.Raise(ChangeScope.Operator(Queen));

        Assert.Equal("strangers", StillValid(0));
        Assert.Equal("people charter other list strangers", StillValid(changes.Number));
    }

    [Fact]
    public void A_change_of_an_operators_rows_leaves_the_viewers()
    {
        changes.Raise(ChangeScope.OperatorRows(Queen));

        Assert.Equal("people strangers", StillValid(0));
    }

    [Fact]
    public void A_change_of_everything_concerns_everybody()
    {
        changes.Raise(ChangeScope.Charter(Queen, Charter));
        var since = changes.Number;
        changes.Raise(ChangeScope.Everything);

        Assert.Equal("", StillValid(since));
    }

    [Fact]
    public void Simultaneous_changes_are_all_counted()
    {
        Parallel.For(0, 1000, i => changes.Raise(
            i % 2 == 0 ? ChangeScope.Charter(Queen, Charter) : ChangeScope.Operator(Strangers)));

        Assert.Equal(1000, changes.Number);
        Assert.Equal("people charter other list strangers", StillValid(1000));
        Assert.DoesNotContain("charter", StillValid(998 - 1), StringComparison.Ordinal);
    }
}
