using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Which roles a member can claim, and who leaves their position.</summary>
public sealed class OpenRolesTests
{
    private static readonly Member Max = MemberWith("Max", CrewRole.Deckhand, CrewRole.FirstMate);

    [Fact]
    public void A_member_can_claim_each_open_role_that_they_are_qualified_for()
    {
        var charter = Scheduled(manning: new(1, 1, 2));

        Assert.Equal([CrewRole.FirstMate, CrewRole.Deckhand], charter.RolesOpenTo(Max, []));
        Assert.Equal([CrewRole.Deckhand], charter.RolesOpenTo(Sam, []));
        charter.Claim(CrewRole.FirstMate, MemberWith("Ann", CrewRole.FirstMate), ByKim(9));
        Assert.Equal([CrewRole.Deckhand], charter.RolesOpenTo(Max, []));
        Assert.Empty(charter.RolesOpenTo(MemberWith("Cook"), []));
    }

    [Fact]
    public void A_member_who_is_aboard_already_can_claim_nothing() =>
        Assert.Empty(Scheduled(manning: new(1, 1, 0)).RolesOpenTo(Kim, []));

    [Fact]
    public void Nothing_can_be_claimed_once_the_charter_is_underway() =>
        Assert.Empty(In(CharterStatus.Underway).RolesOpenTo(Sam, []));

    [Theory]
    [InlineData(16, 0, 17, 30, true)]
    [InlineData(16, 0, 17, 31, false)]
    [InlineData(18, 0, 19, 0, false)]
    [InlineData(19, 59, 22, 0, false)]
    [InlineData(20, 0, 22, 0, true)]
    public void A_member_who_is_on_another_charter_at_that_time_can_claim_nothing(
        int fromHour, int fromMinute, int toHour, int toMinute, bool isFree)
    {
        var elsewhere = new CrewEngagement(
            Sam.Id, Guid.CreateVersion7(), At(fromHour, fromMinute), At(toHour, toMinute));

        Assert.Equal(isFree, Scheduled().RolesOpenTo(Sam, [elsewhere]).Any());
    }

    [Fact]
    public void An_engagement_on_this_charter_or_at_no_known_time_does_not_count()
    {
        var (charter, timeless) = (Scheduled(), new Charter(
            Operator, Plan() with { Departure = null, Return = null }, "UTC", null));

        Assert.NotEmpty(charter.RolesOpenTo(Sam, [new(Sam.Id, charter.Id, At(17), At(20))]));
        Assert.NotEmpty(timeless.RolesOpenTo(Sam, [new(Sam.Id, Guid.CreateVersion7(), At(0), At(23))]));
    }

    [Fact]
    public void Without_a_return_time_only_an_engagement_that_began_before_and_still_lasts_counts()
    {
        var charter = new Charter(Operator, Plan() with { Return = null }, "UTC", null);

        Assert.Empty(charter.RolesOpenTo(Sam, [new(Sam.Id, Guid.CreateVersion7(), At(17, 29), At(17, 31))]));
        Assert.NotEmpty(charter.RolesOpenTo(Sam, [new(Sam.Id, Guid.CreateVersion7(), At(17, 30), At(18))]));
    }

    [Theory]
    [InlineData(17, 29, true)]
    [InlineData(17, 30, false)]
    public void A_member_who_leaves_the_business_gives_up_only_positions_on_charters_still_to_come(
        int hour, int minute, bool isReleased)
    {
        var charter = Scheduled();

        charter.ReleaseMember(Kim.Id, At(hour, minute));
        charter.ReleaseMember(Sam.Id, At(hour, minute));

        Assert.Equal(isReleased, charter.CaptainId is null);
    }

    [Fact]
    public void A_charter_without_a_time_is_ahead_until_the_end_of_its_date()
    {
        var timeless = new Charter(Operator, Plan() with { Departure = null, Return = null }, "UTC", null);

        Assert.Equal((true, true, false),
            (timeless.IsAhead(At(0)), timeless.IsAhead(At(23, 59)), timeless.IsAhead(At(0).AddDays(1))));
        Assert.False(In(CharterStatus.Cancelled).IsAhead(At(10)));
    }
}
