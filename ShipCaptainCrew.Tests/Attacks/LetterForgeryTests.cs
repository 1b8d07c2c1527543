using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Names and addresses that would like to be headers, recipients or another host.</summary>
public sealed class LetterForgeryTests(Waters waters) : IClassFixture<Waters>
{
    private static readonly string[] Addresses =
    [
        "a@x.example, b@x.example", "a@x.example;b@x.example", "a@x.example\r\nBcc: b@x.example", "a@x.example\nSubject: x", "<a@x.example>", "Ann <a@x.example>", "a@x.example\0", "a b@x.example",
        "a@x.example%0d%0aBcc:b@x.example\r", "@x.example", "a@", new string('a', 300) + "@x.example",
    ];

    private static readonly string[] Names = ["Ann, Ben", "Ann\" <evil@x.example>", "Ann; Ben", "=?utf-8?q?Bcc:_evil@x.example?=", "Bcc: evil@x.example", "Ännchen 🚢", "Ann <evil@x.example>,"];

    [Fact]
    public async Task No_address_is_more_than_one_mailbox()
    {
        var office = waters.Queen.Dana.Api;
        foreach (var email in Addresses)
        {
            await office.Post("/api/members", new { name = "Ann", email, role = "crew" }).Json(422);
            await office.Post($"{waters.Day.Api}/guests", new { name = "Ann", email }).Json(422);
            await office.Put(waters.Day.Api, new { contact = new { name = "Ann", email } }).Json(422);
            await waters.Queen.Olive.Api.Put("/api/standing-orders", new { shore_contact = new { name = "Ann", email } }).Json(422);
            await waters.Nobody().Post("/api/auth/magic-links", new { email }).Json(422);
        }

        foreach (var name in new[] { "Ann\r\nBcc: evil@x.example", "Ann\nX: y", "Ann\0" }) await office.Post("/api/members", new { name, email = "ann@x.example", role = "crew" }).Json(422);
    }

    [Fact]
    public async Task Each_letter_has_one_recipient_and_its_own_headers_whatever_people_are_called()
    {
        foreach (var (name, i) in Names.Select((name, i) => (name, i)))
        {
            await waters.Queen.Dana.Api.Post("/api/members", new { name, email = $"ann{i}@names.example", role = "crew" }).Json(201);
            await waters.Queen.Dana.Api.Post($"{waters.Day.Api}/guests", new { name, email = $"guest{i}@names.example" }).Json(201);
        }

        await waters.Ship.Rest();

        var letters = waters.Ship.Post.Deliveries.Where(letter => letter.To.Any(to => to.EndsWith("@names.example", StringComparison.Ordinal))).ToList();
        Assert.Equal(2 * Names.Length, letters.Count);
        Assert.All(letters, letter =>
        {
            var to = Assert.Single(letter.To);
            Assert.Equal(to, Assert.Single(letter.Message.To.Mailboxes).Address);
            Assert.Empty(letter.Message.Cc.Concat(letter.Message.Bcc));
            Assert.Equal(letter.Message.Headers.Count, letter.Message.Headers.Select(header => header.Field).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        });
    }

    [Fact]
    public async Task Whatever_host_the_visitor_names_every_link_is_to_our_own()
    {
        using var visitor = waters.Nobody();
        foreach (var header in new[] { "Host", "X-Forwarded-Host", "X-Host", "Forwarded", "X-Original-Host", "X-Forwarded-Prefix" })
        {
            using var asked = await visitor.With(header, header == "Forwarded" ? "host=evil.example" : "evil.example", HttpMethod.Post, "/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" });
            Assert.Equal(202, (int)asked.StatusCode);
            using var sent = await visitor.With(header, "evil.example", HttpMethod.Get, $"/{waters.Queen.Slug}");
            Assert.StartsWith("/sign-in", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
            var guest = await waters.Queen.Dana.Api.With(header, "evil.example", HttpMethod.Post, $"{waters.Day.Api}/guests", new { name = header }).Json(201);
            Assert.StartsWith("https://ship.test/", (string?)guest["waiver_url"], StringComparison.Ordinal);
        }

        await waters.Ship.Rest();
        Assert.All(waters.Ship.Post.Deliveries, letter => Assert.DoesNotContain("evil.example", $"{letter.Message.TextBody}{letter.Message.HtmlBody}", StringComparison.Ordinal));
    }
}
