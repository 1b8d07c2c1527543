using System.Text;
using AngleSharp;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail;

/// <summary>How a letter looks, and that nothing typed by somebody becomes a header or a second recipient.</summary>
public sealed class PressTests(PressTests.Office office) : IClassFixture<PressTests.Office>
{
    private const string Address = "https://ship.test/queen/charters/1";

    public static TheoryData<string> Nasty =>
    [
        "Robin\r\nBcc: evil@evil.example", "Robin\nTo: evil@evil.example", "Reed, Robin", "Robin; evil@evil.example", "<evil@evil.example>",
        "Robin <evil@evil.example>, ", "\"Robin\" (evil)", "Robin\0", "\u2028Bcc: evil@evil.example", "שרה כהן", "🚤 Robin", new string('x', 5_000),
    ];

    [Fact]
    public async Task A_letter_is_one_small_table_with_nothing_from_elsewhere_and_one_thing_to_do()
    {
        var letter = await office.Print(Full("Sunset sail", "Pier 3", "Gale warning"));

        var html = letter.HtmlBody!;
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(answer => answer.Content(html));
        Assert.Single(page.QuerySelectorAll("table[width='600']"));
        Assert.Equal(Address, Assert.Single(page.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("meta[name=color-scheme]"));
        Assert.Empty(page.QuerySelectorAll("img, link, script, style, iframe, [src]"));
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, html.Split(Address).Length - 1);
        Assert.StartsWith("You are first mate on Aurora, Sat 14 Nov 16:30.", page.Body!.TextContent.Trim(), StringComparison.Ordinal);
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
        var letter = await office.Print(Full("Sunset sail", "Pier 3", "Gale warning"));

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
            letter.TextBody!.ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Nasty))]
    public async Task Whatever_somebody_is_called_the_letter_has_one_recipient_and_no_new_header(string name)
    {
        var letter = await office.Post(new Sheet(new(name, "robin@elsewhere.example"), $"{name}: you are deckhand", "You are deckhand.") { Sender = name });

        Assert.Equal("robin@elsewhere.example", Assert.Single(letter.To));
        Assert.Equal("robin@elsewhere.example", Assert.Single(letter.Message.To.Mailboxes).Address);
        Assert.Equal("no-reply@ship.test", Assert.Single(letter.Message.From.Mailboxes).Address);
        Assert.Empty(letter.Message.Bcc);
        Assert.Empty(letter.Message.Cc);
        Assert.EndsWith("you are deckhand", letter.Message.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_with_a_domain_of_other_letters_is_written_as_mail_servers_read_it()
    {
        var letter = await office.Post(new Sheet(new("Robin", "robin@bücher.example"), "Hello", "Hello."));

        Assert.Equal("robin@xn--bcher-kva.example", Assert.Single(letter.To));
    }

    [Theory]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("a@b.example>")]
    public async Task What_is_not_one_address_is_no_address(string address) =>
        await Assert.ThrowsAsync<ParseException>(() => office.Print(new Sheet(new("Robin", address), "Hello", "Hello.")));

    private static Sheet Full(string title, string meetingPoint, string says) =>
        new(new("Max", "max@elsewhere.example"), "Sat 14 Nov 16:30, Aurora: you are first mate", "You are first mate on Aurora, Sat 14 Nov 16:30.")
        {
            Sender = "Queen",
            Says = [says],
            Facts = [new("Charter", title), new("Be aboard", null), new("Meeting point", meetingPoint)],
            Act = new("See the charter", Address),
            Closing = "You get this because you are a member of Queen.",
        };

    /// <summary>One ship for all of these.</summary>
    public sealed class Office : IAsyncDisposable
    {
        private readonly Ship ship = new();

        public Task<MimeMessage> Print(Sheet sheet) => ship.In(services => services.GetRequiredService<Press>().Print(Guid.CreateVersion7(), sheet));

        public async Task<SmtpSink.Delivery> Post(Sheet sheet)
        {
            var letter = await Print(sheet);
            await ship.In(services => services.GetRequiredService<ICarrier>().Carry(letter));
            return ship.Post.Deliveries.Single(sent => sent.Message.MessageId == letter.MessageId);
        }

        public ValueTask DisposeAsync() => ship.DisposeAsync();
    }
}
