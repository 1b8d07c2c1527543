using System.Text;
using AngleSharp;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ShipCaptainCrew.Mail.Composing;
using ShipCaptainCrew.Mail.Smtp;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail.Composing;

/// <summary>How a letter looks, and that nothing typed by somebody becomes a header or a second recipient.</summary>
public sealed class EmailRendererTests(EmailRendererTests.Office office) : IClassFixture<EmailRendererTests.Office>
{
    private const string Address = "https://ship.test/queen/charters/1";

    public static TheoryData<string> Nasty =>
    [
        "Robin\r\nBcc: evil@evil.example", "Robin\nTo: evil@evil.example", "Reed, Robin", "Robin; evil@evil.example",
        "<evil@evil.example>",
        "Robin <evil@evil.example>, ", "\"Robin\" (evil)", "Robin\0", "\u2028Bcc: evil@evil.example", "שרה כהן",
        "🚤 Robin", new string('x', 5_000),
    ];

    [Fact]
    public async Task A_letter_is_one_small_table_with_nothing_from_elsewhere_and_one_thing_to_do()
    {
        var message = await office.Print(Full("Sunset sail", "Pier 3", "Gale warning"));

        var html = message.HtmlBody!;
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(answer => answer.Content(html));
        Assert.Single(page.QuerySelectorAll("table[width='600']"));
        Assert.Equal(Address, Assert.Single(page.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("meta[name=color-scheme]"));
        Assert.Empty(page.QuerySelectorAll("img, link, script, style, iframe, [src]"));
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, html.Split(Address).Length - 1);
        Assert.StartsWith(
            "You are first mate on Aurora, Sat 14 Nov 16:30.", page.Body!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("'")]
    [InlineData("&")]
    [InlineData("船")]
    [InlineData("🚤")]
    public async Task However_much_was_typed_the_html_stays_under_ten_kilobytes_and_the_text_has_it_all(string letter)
    {
        string Much(int length) => string.Concat(Enumerable.Repeat(letter, length / letter.Length));

        var printed = await office.Print(Full(Much(120), Much(120), Much(2000)));

        Assert.InRange(Encoding.UTF8.GetByteCount(printed.HtmlBody!), 1, 10_240);
        Assert.Contains(Much(2000), printed.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_says_all_that_the_html_says()
    {
        var message = await office.Print(Full("Sunset sail", "Pier 3", "Gale warning"));

        Assert.Equal(
            $"""
            You are first mate on Aurora, Sat 14 Nov 16:30.

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
    [MemberData(nameof(Nasty))]
    public async Task Whatever_somebody_is_called_the_letter_has_one_recipient_and_no_new_header(string name)
    {
        var delivery =
            await office.Post(
                new EmailContent(new(name, "robin@elsewhere.example"), $"{name}: you are deckhand",
                    "You are deckhand.") { Sender = name });

        Assert.Equal("robin@elsewhere.example", Assert.Single(delivery.To));
        Assert.Equal("robin@elsewhere.example", Assert.Single(delivery.Message.To.Mailboxes).Address);
        Assert.Equal("no-reply@ship.test", Assert.Single(delivery.Message.From.Mailboxes).Address);
        Assert.Empty(delivery.Message.Bcc);
        Assert.Empty(delivery.Message.Cc);
        Assert.EndsWith("you are deckhand", delivery.Message.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_with_a_domain_of_other_letters_is_written_as_mail_servers_read_it()
    {
        var delivery = await office.Post(new EmailContent(new("Robin", "robin@bücher.example"), "Hello", "Hello."));

        Assert.Equal("robin@xn--bcher-kva.example", Assert.Single(delivery.To));
    }

    [Theory]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("a@b.example>")]
    public async Task What_is_not_one_address_is_no_address(string address) =>
        await Assert.ThrowsAsync<ParseException>(
            () => office.Print(new EmailContent(new("Robin", address), "Hello", "Hello.")));

    private static EmailContent Full(string title, string meetingPoint, string says) =>
        new(new("Max", "max@elsewhere.example"), "Sat 14 Nov 16:30, Aurora: you are first mate",
            "You are first mate on Aurora, Sat 14 Nov 16:30.")
        {
            Sender = "Queen",
            Paragraphs = [says],
            Facts = [new("Charter", title), new("Be aboard", null), new("Meeting point", meetingPoint)],
            Act = new("See the charter", Address),
            Closing = "You get this because you are a member of Queen.",
        };

    /// <summary>One ship for all of these.</summary>
    public sealed class Office : IAsyncDisposable
    {
        private readonly AppFixture app = new();

        public Task<MimeMessage> Print(EmailContent content) =>
            app.In(services => services.GetRequiredService<EmailRenderer>().Render(Guid.CreateVersion7(), content));

        public async Task<SmtpSink.Delivery> Post(EmailContent content)
        {
            var message = await Print(content);
            await app.In(services => services.GetRequiredService<IMailTransport>().Send(message));
            return app.Post.Deliveries.Single(sent => sent.Message.MessageId == message.MessageId);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
