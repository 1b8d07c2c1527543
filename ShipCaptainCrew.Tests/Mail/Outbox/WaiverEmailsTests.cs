using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail.Outbox;

/// <summary>The emails that ask guests to sign and send them their copy, delivered over SMTP.</summary>
public sealed partial class WaiverEmailsTests
{
    [Fact]
    public async Task A_guest_with_an_address_signs_by_the_emailed_link_and_gets_a_copy()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        var (guest, _) = await day.Cast.Guest(day.CharterId, "Ben Cole", "ben@guests.example");

        var message = await day.Ship.Post.Arrival("ben@guests.example", "Please sign your waiver");
        using var phone = day.Ship.Phone();
        Assert.Equal(303, (int)(await phone.Sign(Link(message.TextBody!), "Ben Cole")).StatusCode);

        var copy = await day.Ship.Post.Arrival("ben@guests.example", "Signed: Participant agreement");
        var record = Assert.Single(await day.Cast.Book());
        Assert.Contains(Convert.ToHexStringLower(record.Hash), copy.TextBody, StringComparison.Ordinal);
        Assert.Contains(record.KeyId, copy.TextBody, StringComparison.Ordinal);
        Assert.Contains(
            record.Reference, (await phone.Page(Link(copy.TextBody!))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"mailed_to\":\"ben@guests.example\"", System.Text.Encoding.UTF8.GetString(record.Body!),
            StringComparison.Ordinal);
        Assert.Equal(guest, record.GuestId);
    }

    [Fact]
    public async Task One_copy_is_sent_to_the_signers_address_in_their_language_for_any_number_of_children()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        var (_, page) = await day.Cast.Guest(day.CharterId, "Ana Cole");
        var before = await day.Ship.Count();
        using var phone = day.Ship.Phone();

        await phone.Sign(
            $"{page}?lang=es", "Ana Cole", ("email", "ana@guests.example"), ("guardian_relationship", "madre"),
            ("children[0].name", "Mia"), ("children[0].birth_date", "2017-05-01"), ("children[1].name", "Leo"),
            ("children[1].birth_date", "2015-05-01"));

        Assert.Equal(["ana: Firmado: Participant agreement, 4 jul 2026"], await day.Ship.Letters(since: before));
        var copy = await day.Ship.Post.Arrival("ana@guests.example", "Firmado");
        Assert.Contains("Gracias, Ana Cole.", copy.TextBody, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"es\">", copy.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_email_to_a_guardian_names_the_minors_they_sign_for()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true, guardian: "Ana Cole");

        await day.Cast.Guest(day.CharterId, "Ana Cole", "ana@guests.example");

        var message = await day.Ship.Post.Arrival("ana@guests.example", "Please sign your waiver");
        Assert.Contains("You are listed as the person who signs for Mia Cole", message.TextBody!,
            StringComparison.Ordinal);
    }

    private static string Link(string text) => LinkShape().Match(text).Value["https://ship.test".Length..];

    [GeneratedRegex(@"https://ship\.test/waivers/\S+")]
    private static partial Regex LinkShape();
}
