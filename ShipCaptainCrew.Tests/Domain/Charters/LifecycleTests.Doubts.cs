using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Times far from the plan.</summary>
public sealed partial class LifecycleTests
{
    [Fact]
    public void Boarding_is_long_before_departure_only_if_more_than_twelve_hours_remain()
    {
        var charter = Scheduled();

        Assert.False(charter.IsLongBefore(At(5, 30)));
        Assert.True(charter.IsLongBefore(At(5, 30).AddTicks(-1)));
        Assert.False(In(CharterStatus.Boarding).IsLongBefore(At(5)));
    }

    [Fact]
    public void Boarding_opened_more_than_twelve_hours_early_is_doubtful_until_lines_off()
    {
        var (early, normal) = (Scheduled(), Scheduled());
        early.Board(new(Kim.Id, At(5, 30).AddTicks(-1)));
        normal.Board(ByKim(5, 30));

        Assert.Equal(Charter.BoardsEarly, Assert.Single(early.DoubtfulTimes()));
        Assert.Empty(normal.DoubtfulTimes());
        early.Depart(null, [], null, ByKim(17, 30));
        Assert.Empty(early.DoubtfulTimes());
    }

    [Fact]
    public void A_return_more_than_twelve_hours_from_the_plan_is_doubtful()
    {
        var charter = In(CharterStatus.Underway);
        var actor = new Actor(Kim.Id, At(8).AddDays(1).AddTicks(1));

        charter.MarkReturned(null, actor);

        Assert.Equal(
            [("far_from_plan", "All fast is more than 12 hours from its planned time. Is that right?")],
            charter.DoubtfulTimes().Select(warning => (warning.Code, $"{warning.Message}")));
        charter.Correct(null, At(8).AddDays(1), "Mistyped", actor);
        Assert.Empty(charter.DoubtfulTimes());
    }
}
