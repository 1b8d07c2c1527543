using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Mail.Composing;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// Every kind of email as it was sent: those that were waiting in the folder of an earlier build; a scheduled reminder
/// to sign a waiver, which that build did not tell from the first request; and the kinds that were added since.
/// </summary>
public sealed class AllEmails : IAsyncLifetime
{
    public const string WaiverReminder = "waiver_ask, reminder";

    private readonly OldFolder old = new();
    private CharterFixture day = null!;

    /// <summary>The kinds that the product can send.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        .. new ServiceCollection().AddMail()
            .Where(service => service.IsKeyedService && service.ServiceType == typeof(IEmailComposer))
            .Select(service => (string)service.ServiceKey!),
    ];

    public IReadOnlyList<(string Kind, MimeMessage Message)> All { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await old.Ship.Rest();
        var kinds = old.Rows("SELECT Id, Kind FROM outbox", row => (Id: row.GetGuid(0), Kind: row.GetString(1)))
            .ToDictionary(row => $"{row.Id:N}", row => row.Kind);
        day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        await day.Cast.Guest(day.CharterId, "Ben Cole", "ben@guests.example");
        var notices = await Notices();
        await day.RemindGuests(new(2026, 7, 3, 23, 30, 0, TimeSpan.Zero));
        await day.Ship.Rest();
        var reminder = day.Ship.Post.Deliveries
            .Last(delivery => delivery.To.Contains("ben@guests.example")).Message;
        await FailBackup();
        var failed = day.Ship.Post.Deliveries.Last().Message;
        All =
        [
            .. old.Ship.Post.Deliveries.Select(delivery =>
                (kinds[delivery.Message.MessageId!.Split('@')[0]], delivery.Message)),
            (WaiverReminder, reminder),
            (BackupFailedEmail.Kind, failed),
            .. notices,
        ];
    }

    /// <summary>The emails that the earlier build did not send.</summary>
    private async Task<IReadOnlyList<(string Kind, MimeMessage Message)>> Notices()
    {
        var office = day.Cast.Dana.Api;
        var age = await GuestAge();
        await office.Put(day.Api, new { meeting_point = "Pier 4" }).Json();
        var changed = await day.Ship.Post.Arrival("ben@guests.example", "Changed");
        await office.Post($"{day.Api}/cancel", new { reason = "Gale" }).Json();
        await office.Post($"{day.Api}/reinstate").Json();
        var reinstated = await day.Ship.Post.Arrival("ben@guests.example", "after all");
        return
        [
            (GuestAgeEmail.Kind, age),
            (CharterChangedForGuestsEmail.Kind, changed),
            (CharterReinstatedEmail.Kind, reinstated),
        ];
    }

    private async Task<MimeMessage> GuestAge()
    {
        var (_, page) = await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true);
        using var phone = day.Ship.Phone();
        await phone.Sign(page, "Mia Cole", ("adult", "true"), ("birth_date", "2000-01-01"));
        return await day.Ship.Post.Arrival("kim@queen-of-san-diego.example", "is 18");
    }

    public async ValueTask DisposeAsync()
    {
        await old.DisposeAsync();
        await day.DisposeAsync();
    }

    private async Task FailBackup()
    {
        await day.Ship.Change(day.Cast.OperatorId, (db, actor) =>
        {
            db.Add(new OutboxEmail(BackupFailedEmail.Kind, BackupFailedEmail.Kind, actor.At)
            {
                OperatorId = day.Cast.OperatorId,
                MemberId = day.Cast.Olive.MemberId,
                Facts = new BackupFailure(actor.At, null, "").ToJson(),
            });
            return Task.FromResult(true);
        });
        await day.Ship.Rest();
    }
}
