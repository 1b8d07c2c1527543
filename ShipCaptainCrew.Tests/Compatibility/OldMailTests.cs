using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Mail.Composing;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Compatibility;

/// <summary>
/// The mail that waited in a data folder of an earlier build goes out: every kind is written, and each message arrives
/// once.
/// </summary>
public sealed partial class OldMailTests : IAsyncLifetime
{
    /// <summary>Kinds of mail that the product learned after the folder was made.</summary>
    private static readonly string[] SinceThen = [];

    private readonly OldFolder old = new();
    private IReadOnlyList<(Guid Id, string Kind)> waiting = [];

    public async ValueTask InitializeAsync()
    {
        const string Waiting = "SELECT Id, Kind FROM outbox WHERE State = 'Waiting' ORDER BY Kind, Id";
        waiting = old.Rows(Waiting, row => (row.GetGuid(0), row.GetString(1)));
        await old.Ship.Rest(withinSeconds: 120);
    }

    public ValueTask DisposeAsync() => old.DisposeAsync();

    [Fact]
    public void Every_kind_goes_out_and_each_message_arrives_once()
    {
        var states = old.Rows("SELECT Id, State FROM outbox", row => (row.GetGuid(0), row.GetString(1))).ToDictionary();
        var sent = waiting.Where(letter => states[letter.Id] == "Sent").ToList();
        var arrived = old.Ship.Post.Deliveries.Select(delivery => delivery.Message).ToList();
        var ids = sent.Select(letter => MessageId(letter.Id));

        Assert.DoesNotContain(states.Values, state => state is not ("Sent" or "NotNeeded"));
        Assert.Equal(Sorted(Kinds().Except(SinceThen)), Sorted(sent.Select(letter => letter.Kind).Distinct()));
        Assert.Equal(Sorted(ids), Sorted(arrived.Select(message => message.MessageId!)));
        Assert.All(arrived, AssertWritten);
    }

    [Fact]
    public void It_says_what_it_said_before() => OldFolder.Matches(
        "mail.txt",
        from email in waiting
        let id = MessageId(email.Id)
        from delivery in old.Ship.Post.Deliveries
        where delivery.Message.MessageId == id
        select $"{email.Kind}: {string.Join(',', delivery.To)}: {delivery.Message.Subject}");

    [Fact]
    public async Task The_links_in_it_open()
    {
        using var anybody = old.Ship.Phone();
        var texts = string.Concat(old.Ship.Post.Deliveries.Select(delivery => delivery.Message.TextBody));
        var links = Link().Matches(texts).Select(link => link.Value).Distinct().ToList();

        foreach (var link in links)
        {
            var page = await anybody.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.Equal((link, 200), (link, (int)page.StatusCode));
        }

        Assert.Equal(
            ["/me/address/*", "/me/answers/*", "/me/watch/*", "/sign-in/*", "/waivers/*", "/waivers/*/receipt"],
            Sorted(links.Select(link => Token().Replace(new Uri(link).AbsolutePath, "*")).Distinct()));
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> texts) => texts.Order(StringComparer.Ordinal);

    private static IEnumerable<string> Kinds() => new ServiceCollection().AddMail()
        .Where(service => service.IsKeyedService && service.ServiceType == typeof(IEmailComposer))
        .Select(service => (string)service.ServiceKey!);

    private static void AssertWritten(MimeMessage message)
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
