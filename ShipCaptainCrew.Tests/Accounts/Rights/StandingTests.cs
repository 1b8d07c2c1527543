using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Domain.Charters;

namespace ShipCaptainCrew.Tests.Accounts.Rights;

/// <summary>The standing of a member by role and position, and the right to undo.</summary>
public sealed class StandingTests
{
    [Theory]
    [InlineData(MemberRole.Owner, Standing.Owner)]
    [InlineData(MemberRole.Dispatcher, Standing.Dispatcher)]
    [InlineData(MemberRole.Crew, Standing.Captain)]
    public void The_office_keeps_its_standing_on_a_charter_that_it_sails_on(MemberRole role, Standing standing) =>
        Assert.Equal(standing, RightsTable.StandingOf(role, UtcCharter.Kim.Id, UtcCharter.Scheduled()));

    [Theory]
    [InlineData(CrewRole.Captain, Standing.Captain)]
    [InlineData(CrewRole.FirstMate, Standing.Mate)]
    [InlineData(CrewRole.Deckhand, Standing.CrewAboard)]
    public void Crew_stands_by_its_position_on_the_charter(CrewRole role, Standing standing)
    {
        var (charter, member) = (UtcCharter.Draft(manning: new(1, 1, 1)), UtcCharter.MemberWith("Ann", role));
        Assert.Equal(Standing.OtherCrew, RightsTable.StandingOf(MemberRole.Crew, member.Id, charter));

        charter.Claim(role, member, UtcCharter.ByKim(9));

        Assert.Equal(standing, RightsTable.StandingOf(MemberRole.Crew, member.Id, charter));
        Assert.Equal(Standing.OtherCrew, RightsTable.StandingOf(MemberRole.Crew, Guid.CreateVersion7(), charter));
        Assert.Equal(Standing.OtherCrew, RightsTable.StandingOf(MemberRole.Crew, member.Id, null));
    }

    [Theory]
    [InlineData(CharterStatus.Draft, Right.RunLifecycle)]
    [InlineData(CharterStatus.Scheduled, Right.PlanCharters)]
    [InlineData(CharterStatus.Boarding, Right.RunLifecycle)]
    public void Publishing_is_undone_only_by_the_office(CharterStatus status, Right right) =>
        Assert.Equal(right, UtcCharter.In(status).RightToUndo());
}
