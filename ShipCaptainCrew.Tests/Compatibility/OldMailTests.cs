using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Mail.Composing;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Compatibility;

/// <summary>
/// The emails waiting in a data folder of an earlier build are sent: every kind is rendered, and each email arrives
/// once.
/// </summary>
public sealed partial class OldMailTests : IAsyncLifetime
{
    /// <summary>Kinds that were added to the product after the folder was made.</summary>
    private static readonly string[] SinceThen =
        ["backup_failed", "charter_changed_for_guests", "charter_reinstated", "guest_age"];

    private readonly OldFolder old = new();
    private IReadOnlyList<(Guid Id, string Kind)> waiting = [];

    public async ValueTask InitializeAsync()
    {
        const string Waiting = "SELECT Id, Kind FROM outbox WHERE State = 'Waiting' ORDER BY Kind, Id";
        waiting = old.Rows(Waiting, row => (row.GetGuid(0), row.GetString(1)));
        await old.Ship.Rest();
    }

    public ValueTask DisposeAsync() => old.DisposeAsync();

    [Fact]
    public void Every_kind_is_sent_and_each_email_arrives_once()
    {
        var states = old.Rows("SELECT Id, State FROM outbox", row => (row.GetGuid(0), row.GetString(1))).ToDictionary();
        var sent = waiting.Where(email => states[email.Id] == "Sent").ToList();
        var arrived = old.Ship.Post.Deliveries.Select(delivery => delivery.Message).ToList();
        var ids = sent.Select(email => MessageId(email.Id));

        Assert.DoesNotContain(states.Values, state => state is not ("Sent" or "NotNeeded"));
        Assert.Equal(Sorted(Kinds().Except(SinceThen)), Sorted(sent.Select(email => email.Kind).Distinct()));
        Assert.Equal(Sorted(ids), Sorted(arrived.Select(message => message.MessageId!)));
        Assert.All(arrived, AssertComplete);
    }

    [Fact]
    public void Recipients_and_subjects_are_unchanged() => OldFolder.Matches(
        "mail.txt",
        from email in waiting
        let id = MessageId(email.Id)
        from delivery in old.Ship.Post.Deliveries
        where delivery.Message.MessageId == id
        select $"{email.Kind}: {string.Join(',', delivery.To)}: {delivery.Message.Subject}");

    [Fact]
    public async Task The_links_in_the_emails_open()
    {
        using var visitor = old.Ship.Phone();
        var texts = string.Concat(old.Ship.Post.Deliveries.Select(delivery => delivery.Message.TextBody));
        var links = Link().Matches(texts).Select(link => link.Value).Distinct().ToList();

        foreach (var link in links)
        {
            var page = await visitor.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.Equal((link, 200), (link, (int)page.StatusCode));
        }

        Assert.Equal(
            [
                "/me/address/*", "/me/answers/*", "/me/watch/*", "/sign-in/*", "/unsubscribe/*", "/waivers/*",
                "/waivers/*/receipt",
            ],
            Sorted(links.Select(link => Token().Replace(new Uri(link).AbsolutePath, "*")).Distinct()));
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> texts) => texts.Order(StringComparer.Ordinal);

    private static IEnumerable<string> Kinds() => new ServiceCollection().AddMail()
        .Where(service => service.IsKeyedService && service.ServiceType == typeof(IEmailComposer))
        .Select(service => (string)service.ServiceKey!);

    private static void AssertComplete(MimeMessage message)
    {
        foreach (var text in new[] { message.Subject, message.TextBody, message.HtmlBody })
            Assert.False(string.IsNullOrWhiteSpace(text));
        Assert.DoesNotContain("{0}", message.TextBody, StringComparison.Ordinal);
    }

    private string MessageId(Guid emailId) => old.Ship.Services.GetRequiredService<Sender>().MessageId(emailId);

    [GeneratedRegex(@"https://ship\.test/[a-z/-]+/[\w-]{43}(/receipt)?\b")]
    private static partial Regex Link();

    [GeneratedRegex(@"[\w-]{43}")]
    private static partial Regex Token();
}
