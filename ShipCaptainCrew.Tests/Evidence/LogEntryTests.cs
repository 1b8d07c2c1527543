using System.Reflection;
using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Tests.Evidence;

public sealed class LogEntryTests
{
    private static readonly Guid Operator = Guid.CreateVersion7();
    private static readonly Actor Kim = new(Guid.CreateVersion7(), new(2026, 7, 4, 16, 0, 0, TimeSpan.Zero))
    {
        From = new(Guid.CreateVersion7(), "203.0.113.7"),
    };

    private static readonly Gen<(string Kind, Guid Subject, Guid? Charter, string Facts)[]> Events =
        Gen.Select(Gen.OneOf("a", "b\nc", ""), Gen.Guid, Gen.Guid.Nullable(), Gen.String).Array[1, 10];

    [Fact]
    public void Each_entry_follows_the_one_before_and_no_other() => Events.Sample(events =>
    {
        var chain = Chain(events);
        return chain.Select((entry, i) => entry.Follows(i == 0 ? LogEntry.Genesis : chain[i - 1].Hash))
            .All(follows => follows)
            && chain.Skip(1).All(entry => !entry.Follows(LogEntry.Genesis));
    });

    [Theory]
    [InlineData(nameof(LogEntry.OperatorId))]
    [InlineData(nameof(LogEntry.Seq))]
    [InlineData(nameof(LogEntry.At))]
    [InlineData(nameof(LogEntry.MemberId))]
    [InlineData(nameof(LogEntry.Kind))]
    [InlineData(nameof(LogEntry.SubjectId))]
    [InlineData(nameof(LogEntry.CharterId))]
    [InlineData(nameof(LogEntry.Facts))]
    [InlineData(nameof(LogEntry.SessionId))]
    [InlineData(nameof(LogEntry.Address))]
    public void A_change_of_any_column_is_detected(string column)
    {
        var entry = Chain([("role.claimed", Guid.CreateVersion7(), Guid.CreateVersion7(), "{}")])[0];
        var property = typeof(LogEntry).GetProperty(column, BindingFlags.Instance | BindingFlags.Public)!;

        property.SetValue(entry, Other(property.GetValue(entry)!));

        Assert.False(entry.Follows(LogEntry.Genesis));
    }

    [Fact]
    public void Removing_or_adding_the_session_or_address_is_detected()
    {
        var byMember = Chain([("role.claimed", Guid.CreateVersion7(), null, "{}")])[0];
        var automatic = new LogEntry(
            Operator, 1, new(null, Kim.At), new TestEvent("charter.boarding", Guid.CreateVersion7(), null),
            "{}", LogEntry.Genesis);
        Assert.True(byMember.Follows(LogEntry.Genesis) && automatic.Follows(LogEntry.Genesis));

        foreach (var column in new[] { nameof(LogEntry.SessionId), nameof(LogEntry.Address) })
            typeof(LogEntry).GetProperty(column)!.SetValue(byMember, null);
        typeof(LogEntry).GetProperty(nameof(LogEntry.Address))!.SetValue(automatic, "203.0.113.7");

        Assert.False(byMember.Follows(LogEntry.Genesis));
        Assert.False(automatic.Follows(LogEntry.Genesis));
    }

    private static object Other(object value) => value switch
    {
        Guid => Guid.CreateVersion7(),
        long number => number + 1,
        DateTimeOffset instant => instant.AddTicks(1),
        _ => value + " ",
    };

    private static List<LogEntry> Chain((string Kind, Guid Subject, Guid? Charter, string Facts)[] events)
    {
        var chain = new List<LogEntry>();
        foreach (var (kind, subject, charter, facts) in events)
        {
            chain.Add(
                new(Operator, chain.Count + 1, Kim, new TestEvent(kind, subject, charter), facts,
                    chain.LastOrDefault()?.Hash ?? LogEntry.Genesis));
        }

        return chain;
    }

    private sealed record TestEvent(string Kind, Guid SubjectId, Guid? CharterId)
        : DomainEvent(Kind, SubjectId, CharterId);
}
