using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain.Crew;

/// <summary>Invitations and archiving.</summary>
public sealed partial class MemberTests
{
    [Fact]
    public void An_invitation_is_repeated_only_until_the_person_joins()
    {
        member.TakeEvents();
        Assert.Null(member.InviteAgain());
        Assert.Equal(new MemberInvited(member.Id), Assert.Single(member.TakeEvents()));

        member.Join(null, Office);
        member.TakeEvents();

        var refusal = member.InviteAgain()!;
        Assert.Equal(("already_joined", "Sam has already joined."), (refusal.Code, $"{refusal.Message}"));
        Assert.False(member.HasEvents);
    }

    [Fact]
    public void A_suspended_or_archived_member_is_not_invited()
    {
        var archived = new Member(Guid.CreateVersion7(), Guid.CreateVersion7(), Details);
        archived.Archive(Office);
        member.Change(Details with { Suspended = true }, Office);

        Assert.Equal("Sam is suspended or archived and cannot be invited.", $"{member.InviteAgain()!.Message}");
        Assert.Equal("may_not_come", archived.InviteAgain()!.Code);
    }

    [Fact]
    public void A_membership_is_active_since_the_person_joined_or_was_let_in_again()
    {
        var session = Guid.CreateVersion7();
        Assert.Null(member.ActiveSince);
        member.Join(null, Office, session);
        Assert.Equal((Office.At, session), (member.ActiveSince, member.AcceptedInSession));

        member.Change(Details with { Suspended = true }, On(day: 1));
        Assert.Equal(Office.At, member.ActiveSince);
        member.Change(Details, On(day: 2));
        Assert.Equal((On(day: 2).At, null), (member.ActiveSince, member.AcceptedInSession));

        member.Archive(On(day: 3));
        member.TakeBack(Details);
        member.Change(Details with { Suspended = true }, On(day: 4));
        member.Change(Details, On(day: 5));
        Assert.Equal(On(day: 2).At, member.ActiveSince);
        member.Join(null, On(day: 6));
        Assert.Equal(On(day: 6).At, member.ActiveSince);

        static Actor On(int day) => Office with { At = Office.At.AddDays(day) };
    }

    [Fact]
    public void Archiving_twice_keeps_the_first_time_and_restoring_invites_again()
    {
        member.Join(null, Office);
        member.Change(Details with { Suspended = true }, Office);
        member.TakeEvents();
        member.Archive(Office);
        member.Archive(Office with { At = Office.At.AddDays(1) });
        Assert.Equal(Office.At, member.ArchivedAt);
        Assert.Equal("member.archived", Assert.Single(member.TakeEvents()).Kind);

        member.TakeBack(Details with { Name = "Samuel" });

        Assert.Equal(("Samuel", null, MemberStatus.Invited), (member.Name, member.ArchivedAt, member.Status));
        Assert.Equal((null, null), (member.JoinedAt, member.SuspendedAt));
        Assert.Equal(new MemberInvited(member.Id), Assert.Single(member.TakeEvents()));
    }
}
