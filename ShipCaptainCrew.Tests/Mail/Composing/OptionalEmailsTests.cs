using MimeKit;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail.Composing;

/// <summary>
/// Optional emails can be turned off by a link in their headers and text; all others have none. A new kind of email
/// must be added to one of the two lists.
/// </summary>
public sealed class OptionalEmailsTests(AllEmails emails) : IClassFixture<AllEmails>
{
    private static readonly string[] Optional = ["daily", "reminder", AllEmails.WaiverReminder];

    private static readonly string[] Mandatory =
    [
        "address_left", "address_moved", "backup_failed", "charter_cancelled", "charter_changed",
        "charter_changed_for_guests", "charter_off", "charter_reinstated", "charter_taken_back", "crew_notice",
        "guest_age", "invitation", "new_address", "no_sail", "old_address", "overdue", "passkey", "place",
        "place_given_up", "sent_ashore", "sign_in", "test", "waiver_anchor", "waiver_ask", "waiver_receipt",
    ];

    [Fact]
    public void Every_kind_of_email_is_either_optional_or_mandatory()
    {
        Assert.Equal(
            Optional.Concat(Mandatory).Order(StringComparer.Ordinal),
            AllEmails.Kinds.Append(AllEmails.WaiverReminder).Order(StringComparer.Ordinal));
        Assert.Equal(
            Optional.Concat(Mandatory).Order(StringComparer.Ordinal),
            emails.All.Select(email => email.Kind).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Optional_emails_have_the_headers_of_RFC_8058_and_a_link_in_text_and_HTML()
    {
        foreach (var (_, message) in emails.All.Where(email => Optional.Contains(email.Kind)))
        {
            var header = message.Headers[HeaderId.ListUnsubscribe] ?? "";
            Assert.Matches("^<https://ship\\.test/unsubscribe/[A-Za-z0-9_-]{43}>$", header);
            Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
            var address = header.Trim('<', '>');
            Assert.Contains($"Turn these emails off:\n{address}", Lines(message), StringComparison.Ordinal);
            Assert.Contains($"<a href=\"{address}\">Turn these emails off</a>", message.HtmlBody!.Replace(
                " style=\"\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Mandatory_emails_have_no_such_header_and_no_such_link() =>
        Assert.All(emails.All.Where(email => Mandatory.Contains(email.Kind)), email =>
        {
            Assert.DoesNotContain(email.Message.Headers, header =>
                header.Field.StartsWith("List-", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("/unsubscribe/", email.Message.HtmlBody + email.Message.TextBody,
                StringComparison.Ordinal);
        });

    [Fact]
    public void A_mailbox_gets_the_same_link_in_every_email_of_a_kind_and_another_in_another_kind()
    {
        var links = emails.All.Where(email => Optional.Contains(email.Kind))
            .Select(email => (email.Kind, To: email.Message.To.ToString(),
                Link: email.Message.Headers[HeaderId.ListUnsubscribe]))
            .Distinct().ToList();

        Assert.Equal(links.Count, links.Select(link => link.Link).Distinct().Count());
        Assert.Equal(links.Count, links.Select(link => (link.Kind, link.To)).Distinct().Count());
    }

    private static string Lines(MimeMessage message) => message.TextBody!.ReplaceLineEndings("\n");
}
