using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Tests names and addresses that try to add headers or recipients, or to change the host of links.</summary>
public sealed class EmailForgeryTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private static readonly string[] Addresses =
    [
        "a@x.example, b@x.example", "a@x.example;b@x.example", "a@x.example\r\nBcc: b@x.example",
        "a@x.example\nSubject: x", "<a@x.example>", "Ann <a@x.example>", "a@x.example\0", "a b@x.example",
        "a@x.example%0d%0aBcc:b@x.example\r", "@x.example", "a@", new string('a', 300) + "@x.example",
    ];

    private static readonly string[] Names = ["Ann, Ben", "Ann\" <evil@x.example>", "Ann; Ben",
        "=?utf-8?q?Bcc:_evil@x.example?=", "Bcc: evil@x.example", "Ännchen 🚢", "Ann <evil@x.example>,"];

    [Fact]
    public async Task An_address_that_is_not_exactly_one_mailbox_is_refused()
    {
        var office = endpoints.Queen.Dana.Api;
        foreach (var email in Addresses)
        {
            await office.Post("/api/members", new { name = "Ann", email, role = "crew" }).Json(422);
            await office.Post($"{endpoints.Charter.Api}/guests", new { name = "Ann", email }).Json(422);
            await office.Put(endpoints.Charter.Api, new { contact = new { name = "Ann", email } }).Json(422);
            await endpoints.Queen.Olive.Api
                .Put("/api/standing-orders", new { shore_contact = new { name = "Ann", email } })
                .Json(422);
            await endpoints.Anonymous().Post("/api/auth/magic-links", new { email }).Json(422);
        }

        foreach (var name in new[] { "Ann\r\nBcc: evil@x.example", "Ann\nX: y", "Ann\0" })
            await office.Post("/api/members", new { name, email = "ann@x.example", role = "crew" }).Json(422);
    }

    [Fact]
    public async Task Names_cannot_add_recipients_or_headers_to_an_email()
    {
        foreach (var (name, i) in Names.Select((name, i) => (name, i)))
        {
            await endpoints.Queen.Dana.Api
                .Post("/api/members", new { name, email = $"ann{i}@names.example", role = "crew" })
                .Json(201);
            await endpoints.Queen.Dana.Api
                .Post($"{endpoints.Charter.Api}/guests", new { name, email = $"guest{i}@names.example" })
                .Json(201);
        }

        await endpoints.App.Rest();

        var emails = endpoints.App.Post.Deliveries
            .Where(delivery => delivery.To.Any(to => to.EndsWith("@names.example", StringComparison.Ordinal)))
            .ToList();
        Assert.Equal(2 * Names.Length, emails.Count);
        Assert.All(emails, delivery =>
        {
            var to = Assert.Single(delivery.To);
            Assert.Equal(to, Assert.Single(delivery.Message.To.Mailboxes).Address);
            Assert.Empty(delivery.Message.Cc.Concat(delivery.Message.Bcc));
            var headers = delivery.Message.Headers.Select(header => header.Field).ToList();
            Assert.Equal(headers.Count, headers.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        });
    }

    [Fact]
    public async Task Every_link_uses_the_public_host_whatever_host_a_request_names()
    {
        using var visitor = endpoints.Anonymous();
        string[] headers =
            ["Host", "X-Forwarded-Host", "X-Host", "Forwarded", "X-Original-Host", "X-Forwarded-Prefix"];
        foreach (var header in headers)
        {
            var value = header == "Forwarded" ? "host=evil.example" : "evil.example";
            using var requested = await visitor.With(header, value, HttpMethod.Post, "/api/auth/magic-links",
                new { email = "sam@queen-of-san-diego.example" });
            Assert.Equal(202, (int)requested.StatusCode);
            using var redirect = await visitor.With(header, "evil.example", HttpMethod.Get, $"/{endpoints.Queen.Slug}");
            Assert.StartsWith("/sign-in", redirect.Headers.Location!.OriginalString, StringComparison.Ordinal);
            var guest = await endpoints.Queen.Dana.Api
                .With(header, "evil.example", HttpMethod.Post, $"{endpoints.Charter.Api}/guests", new { name = header })
                .Json(201);
            Assert.StartsWith("https://ship.test/", (string?)guest["waiver_url"], StringComparison.Ordinal);
        }

        await endpoints.App.Rest();
        Assert.All(endpoints.App.Post.Deliveries, delivery => Assert.DoesNotContain(
            "evil.example",
            $"{delivery.Message.TextBody}{delivery.Message.HtmlBody}",
            StringComparison.Ordinal));
    }
}
