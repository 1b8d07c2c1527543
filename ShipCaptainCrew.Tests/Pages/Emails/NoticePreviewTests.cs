using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Emails;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Emails;

public sealed class NoticePreviewTests : FragmentTestBase
{
    private static readonly Guest Ana = Guest("Ana", "ana@guests.example"), Ben = Guest("Ben", "ben@guests.example");

    private static readonly NoticeRecipients Nobody =
        new() { Crew = [], Booker = null, Guests = [], MailedGuests = [], WithoutAddress = [] };

    [Fact]
    public void It_counts_crew_guests_and_booker_and_names_those_who_cannot_be_mailed() => Assert.Equal(
        "Emailed right away: 1 crew, 2 guests, the booker; 2 guests have no address. Crew and booker: Kim, Pat. "
        + "Without an address: Bo, Cy.",
        Text(Nobody with
        {
            Crew = [UtcCharter.Kim],
            Booker = new("Pat", "pat@guests.example", null),
            Guests = [Ana, Ben],
            MailedGuests = [Ana, Ben],
            WithoutAddress = ["Bo", "Cy"],
        }));

    [Fact]
    public void Guests_who_share_a_mailbox_are_told_apart_from_addresses() => Assert.Equal(
        "Emailed right away: 2 guests at 1 address.",
        Text(Nobody with { Guests = [Ana, Guest("Mia", "ANA@guests.example")], MailedGuests = [Ana] }));

    [Fact]
    public void One_guest_is_singular() => Assert.Equal("Emailed right away: 1 guest; 1 guest has no address. "
        + "Without an address: Bo.",
        Text(Nobody with { Guests = [Ana], MailedGuests = [Ana], WithoutAddress = ["Bo"] }));

    [Fact]
    public void If_nobody_is_mailed_it_says_so() => Assert.Equal("Nobody is emailed.", Text(Nobody));

    private static Guest Guest(string name, string email) =>
        TestGuests.Guest(new GuestDetails { Name = name, Email = email });

    private string Text(NoticeRecipients recipients) =>
        Show<NoticePreview>(preview => preview.Add(p => p.Recipients, recipients)).Words();
}
