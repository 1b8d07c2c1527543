using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain.Crew;

/// <summary>The email address, emails to leave out, and sign-in methods.</summary>
public sealed partial class MemberTests
{
    [Fact]
    public void A_new_address_sends_an_open_invitation_again()
    {
        member.TakeEvents();

        member.MoveTo("sam@example.com");
        Assert.False(member.HasEvents);
        member.MoveTo("sam@example.org");

        Assert.Equal("sam@example.org", member.Email);
        var events = member.TakeEvents();
        Assert.Equal(["member.changed", "member.invited"], events.Select(raised => raised.Kind));
        Assert.Equal(["email"], ((ReferenceDataRecorded)events[0]).Fields);
    }

    [Fact]
    public void A_member_chooses_which_emails_to_leave_out()
    {
        member.TakeEvents();
        Assert.True(member.Wants(EmailPreference.Daily));

        member.Choose([EmailPreference.OpenPlaces, EmailPreference.Daily, EmailPreference.Daily]);
        member.Choose([EmailPreference.Daily, EmailPreference.OpenPlaces, EmailPreference.OpenPlaces]);

        Assert.Equal([EmailPreference.Daily, EmailPreference.OpenPlaces], member.DoesWithout);
        Assert.Equal((false, true), (member.Wants(EmailPreference.Daily), member.Wants(EmailPreference.Reminders)));
        var changed = Assert.IsType<ReferenceDataRecorded>(Assert.Single(member.TakeEvents()));
        Assert.Equal(["letters"], changed.Fields);
    }

    [Theory]
    [InlineData(SignInMethodChange.PasskeyAdded, "member.passkey_added")]
    [InlineData(SignInMethodChange.ProgramEnded, "member.program_ended")]
    public void A_changed_sign_in_method_is_logged_under_its_kind(SignInMethodChange change, string kind)
    {
        member.TakeEvents();

        member.Note(change);

        Assert.Equal((kind, member.Id), (member.TakeEvents().Single().Kind, member.Id));
        Assert.Contains(kind, SignInMethodChanged.LogKinds);
    }
}
