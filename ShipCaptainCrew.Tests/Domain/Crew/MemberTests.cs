using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain.Crew;

public sealed partial class MemberTests
{
    private static readonly Actor Office = new(Guid.CreateVersion7(), new(2026, 7, 1, 16, 0, 0, TimeSpan.Zero));
    private static readonly MemberDetails Details = new()
    {
        Name = "Sam",
        Email = "sam@example.com",
        Phone = "619 555 0100",
        Role = MemberRole.Crew,
        Qualifications = [CrewRole.Deckhand],
    };

    private readonly Member member = new(Guid.CreateVersion7(), Guid.CreateVersion7(), Details);

    [Fact]
    public void A_new_member_is_invited_and_has_the_details_that_were_entered()
    {
        Assert.Equal(
            ("Sam", "sam@example.com", "619 555 0100", MemberRole.Crew, false),
            (member.Details.Name, member.Details.Email, member.Details.Phone, member.Details.Role,
                member.Details.Suspended));
        Assert.Equal([CrewRole.Deckhand], member.Details.Qualifications);
        Assert.Equal((MemberStatus.Invited, true), (member.Status, member.CanSignIn));
        Assert.Equal(new MemberInvited(member.Id), Assert.Single(member.TakeEvents()));
    }

    [Theory]
    [InlineData(MemberRole.Crew, false)]
    [InlineData(MemberRole.Dispatcher, true)]
    [InlineData(MemberRole.Owner, true)]
    public void Owners_and_dispatchers_are_the_office(MemberRole role, bool isOffice) =>
        Assert.Equal(
            isOffice, new Member(Guid.CreateVersion7(), Guid.CreateVersion7(), Details with { Role = role }).IsOffice);

    [Fact]
    public void Joining_keeps_the_first_time_and_takes_the_name_as_the_person_spells_it()
    {
        member.TakeEvents();

        member.Join("Samuel", Office);
        member.Join("Sammy", Office with { At = Office.At.AddDays(1) });

        Assert.Equal(("Samuel", Office.At, MemberStatus.Active), (member.Name, member.JoinedAt, member.Status));
        Assert.Equal(new MemberJoined(member.Id), Assert.Single(member.TakeEvents()));
    }

    [Fact]
    public void Joining_without_a_name_keeps_the_one_that_the_office_entered()
    {
        member.Join(null, Office);

        Assert.Equal("Sam", member.Name);
    }

    [Fact]
    public void A_suspended_or_archived_member_cannot_sign_in()
    {
        var archived = new Member(Guid.CreateVersion7(), Guid.CreateVersion7(), Details);
        archived.Archive(Office);
        member.Change(Details with { Suspended = true }, Office);
        member.Change(Details with { Suspended = true, Phone = null }, Office with { At = Office.At.AddDays(1) });

        Assert.Equal((false, false), (member.CanSignIn, archived.CanSignIn));
        Assert.Equal((Office.At, MemberStatus.Suspended), (member.SuspendedAt, member.Status));
        Assert.True(member.Details.Suspended);

        member.Change(Details, Office);
        Assert.Equal((null, true), (member.SuspendedAt, member.CanSignIn));
    }

    [Fact]
    public void A_change_raises_one_event_with_the_fields_and_an_unchanged_member_none()
    {
        member.TakeEvents();

        member.Change(Details with { Qualifications = [CrewRole.Deckhand] }, Office);
        Assert.False(member.HasEvents);
        member.Change(Details with { Phone = null, Qualifications = [CrewRole.Captain] }, Office);

        var changed = Assert.IsType<ReferenceDataRecorded>(Assert.Single(member.TakeEvents()));
        Assert.Equal(("member.changed", member.Id), (changed.Kind, changed.SubjectId));
        Assert.Equal(["phone", "qualifications"], changed.Fields);
        Assert.True(member.Is(CrewRole.Captain));
        Assert.False(member.Is(CrewRole.Deckhand));
    }
}
