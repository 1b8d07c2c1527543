using System.Text;
using AngleSharp;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ShipCaptainCrew.Mail.Composing;
using ShipCaptainCrew.Mail.Smtp;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail.Composing;

/// <summary>How an email is rendered, and that no input becomes a header or a second recipient.</summary>
public sealed class EmailRendererTests(EmailRendererTests.AppHost host) : IClassFixture<EmailRendererTests.AppHost>
{
    private const string Address = "https://ship.test/queen/charters/1";

    public static TheoryData<string> HostileNames =>
    [
        "Robin\r\nBcc: evil@evil.example", "Robin\nTo: evil@evil.example", "Reed, Robin", "Robin; evil@evil.example",
        "<evil@evil.example>",
        "Robin <evil@evil.example>, ", "\"Robin\" (evil)", "Robin\0", "\u2028Bcc: evil@evil.example", "שרה כהן",
        "🚤 Robin", new string('x', 5_000),
    ];

    [Fact]
    public async Task An_email_is_one_table_without_external_resources_and_with_one_link()
    {
        var message = await host.Render(Content("Sunset sail", "Pier 3", "Gale warning"));

        var html = message.HtmlBody!;
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(answer => answer.Content(html));
        Assert.Single(page.QuerySelectorAll("table[width='600']"));
        Assert.Equal(Address, Assert.Single(page.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("meta[name=color-scheme]"));
        Assert.Empty(page.QuerySelectorAll("img, link, script, style, iframe, [src]"));
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, html.Split(Address).Length - 1);
        Assert.StartsWith(
            "You are first mate on Aurora, Sat, Nov 14, 4:30 PM.", page.Body!.TextContent.Trim(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("'")]
    [InlineData("&")]
    [InlineData("船")]
    [InlineData("🚤")]
    public async Task The_HTML_stays_under_10_kB_for_long_input_and_the_plain_text_has_all_of_it(string character)
    {
        string Repeat(int length) => string.Concat(Enumerable.Repeat(character, length / character.Length));

        var message = await host.Render(Content(Repeat(120), Repeat(120), Repeat(2000)));

        Assert.InRange(Encoding.UTF8.GetByteCount(message.HtmlBody!), 1, 10_240);
        Assert.Contains(Repeat(2000), message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_note_of_a_link_is_below_its_address_in_both_forms()
    {
        var content = Content("Sunset sail", "Pier 3", "Gale warning");
        content = content with { Action = content.Action! with { Note = "Your code is 1234ABCD." } };

        var message = await host.Render(content);

        Assert.Contains($"See the charter:\n{Address}\n\nYour code is 1234ABCD.\n\nYou get this",
            message.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(">Your code is 1234ABCD.</p>", message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plain_text_contains_everything_in_the_HTML()
    {
        var message = await host.Render(Content("Sunset sail", "Pier 3", "Gale warning"));

        Assert.Equal(
            $"""
            You are first mate on Aurora, Sat, Nov 14, 4:30 PM.

            Gale warning

            Charter: Sunset sail
            Meeting point: Pier 3

            See the charter:
            {Address}

            You get this because you are a member of Queen.

            """,
            message.TextBody!.ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public async Task No_name_adds_a_recipient_or_a_header(string name)
    {
        var delivery =
            await host.Send(
                new EmailContent(new(name, "robin@elsewhere.example"), $"{name}: you are deckhand",
                    "You are deckhand.") { Sender = new(name) });

        Assert.Equal("robin@elsewhere.example", Assert.Single(delivery.To));
        Assert.Equal("robin@elsewhere.example", Assert.Single(delivery.Message.To.Mailboxes).Address);
        Assert.Equal("no-reply@ship.test", Assert.Single(delivery.Message.From.Mailboxes).Address);
        Assert.Empty(delivery.Message.Bcc);
        Assert.Empty(delivery.Message.Cc);
        Assert.EndsWith("you are deckhand", delivery.Message.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_go_to_the_operators_address_and_else_to_the_installations()
    {
        var own = await host.Render(Content("Sunset", "Pier 5", "Bring a coat."));
        var installation = await host.Render(new EmailContent(new("Robin", "robin@elsewhere.example"), "Hi", "Hi."));

        Assert.Equal("office@queen.example", Assert.Single(own.ReplyTo.Mailboxes).Address);
        Assert.Equal("no-reply@ship.test", Assert.Single(own.From.Mailboxes).Address);
        Assert.Empty(installation.ReplyTo);
    }

    [Fact]
    public async Task An_internationalized_domain_is_converted_to_ASCII()
    {
        var delivery = await host.Send(new EmailContent(new("Robin", "robin@bücher.example"), "Hello", "Hello."));

        Assert.Equal("robin@xn--bcher-kva.example", Assert.Single(delivery.To));
    }

    [Theory]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("a@b.example>")]
    public async Task Text_that_is_not_exactly_one_address_is_refused(string address) =>
        await Assert.ThrowsAsync<ParseException>(
            () => host.Render(new EmailContent(new("Robin", address), "Hello", "Hello.")));

    private static EmailContent Content(string title, string meetingPoint, string paragraph) =>
        new(new("Max", "max@elsewhere.example"), "Sat, Nov 14, 4:30 PM, Aurora: you are first mate",
            "You are first mate on Aurora, Sat, Nov 14, 4:30 PM.")
        {
            Sender = new("Queen", "office@queen.example"),
            Paragraphs = [paragraph],
            Facts = [new("Charter", title), new("Be aboard", null), new("Meeting point", meetingPoint)],
            Action = new("See the charter", Address),
            Closing = "You get this because you are a member of Queen.",
        };

    /// <summary>One app for all tests of the class.</summary>
    public sealed class AppHost : IAsyncDisposable
    {
        private readonly AppFixture app = new();

        public Task<MimeMessage> Render(EmailContent content) =>
            app.In(services => services.GetRequiredService<EmailRenderer>().Render(Guid.CreateVersion7(), content));

        public async Task<SmtpSink.Delivery> Send(EmailContent content)
        {
            var message = await Render(content);
            await app.In(services => services.GetRequiredService<IMailTransport>().Send(message));
            return app.Post.Deliveries.Single(sent => sent.Message.MessageId == message.MessageId);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
