using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Mail.Outbox;
using ShipCaptainCrew.Mail.Smtp;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Emails;

/// <summary>The outbox: the state of each email with the mail server's reply, and buttons to send again.</summary>
public sealed class EmailsPage(AppDbContext db, EmailList list, EmailActions actions, OutboxWorker outboxWorker,
    EmlFolder folder, IWebHostEnvironment environment, TimeProvider clock)
    : AppPage
{
    private const int PageSize = 50;

    /// <summary>For this long, undelivered emails are listed first, until they are sent again.</summary>
    private static readonly TimeSpan AlertPeriod = TimeSpan.FromDays(30);

    private HashSet<string> fileNames = [];
    private EmailNames names = null!;

    /// <summary>Where the list continues; null for its beginning.</summary>
    [BindProperty(Name = "before", SupportsGet = true)]
    public string? Before { get; set; }

    /// <summary>The charter whose emails are listed; null for all.</summary>
    [BindProperty(Name = "charter", SupportsGet = true)]
    public Guid? CharterId { get; set; }

    /// <summary>The charter whose emails are listed, if it exists.</summary>
    public Charter? OnlyOf => CharterId is { } id ? names.Charter(id) : null;

    /// <summary>The guests of that charter without an address.</summary>
    public IReadOnlyList<string> WithoutAddress { get; private set; } = [];

    public IReadOnlyList<OutboxEmail> Emails { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Older { get; private set; }

    /// <summary>How many recent emails were not delivered.</summary>
    public int Undelivered { get; private set; }

    /// <summary>Emails whose rows cannot be read; they are in no list.</summary>
    public IReadOnlyList<UnreadableEmail> Unreadable { get; private set; } = [];

    public bool HasServer => outboxWorker.HasServer;

    /// <summary>Why waiting emails cannot be sent; null if none are waiting or sending works.</summary>
    public string? SendingError { get; private set; }

    /// <summary>Whether an email is about to be sent, so that the page should refresh the list.</summary>
    public bool IsSending =>
        SendingError is null && Emails.Any(email => email.IsWaiting && email.NotBefore <= clock.GetUtcNow());

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.SeeEmails)) return Forbid();
        var alertStart = clock.GetUtcNow() - AlertPeriod;
        Undelivered =
            await db.Outbox.CountAsync(
                email => email.State == EmailState.NotDelivered && email.CreatedAt >= alertStart);
        var page = await list.Read(CharterId, alertStart, ListPosition.Parse(Before), PageSize + 1);
        (Emails, Unreadable) = ([.. page.Undelivered, .. page.Others.Take(PageSize)], page.Unreadable);
        Older = page.Others.Count > PageSize ? $"{ListPosition.Of(page.Others[PageSize - 1])}" : null;
        SendingError = await db.Outbox.AnyAsync(email => email.State == EmailState.Waiting)
            ? outboxWorker.LastFailure : null;
        if (!HasServer) fileNames = [.. folder.Names];
        names = await EmailNames.Of(db, Emails, CharterId);
        if (OnlyOf is { } charter) WithoutAddress = (await db.NoticeRecipients(charter)).WithoutAddress;
        return Page();
    }

    public async Task<IActionResult> OnPostTest()
    {
        var input = await Request.ReadForm();
        return await Done(await actions.Test(Me, input), input);
    }

    public async Task<IActionResult> OnPostResend(Guid id)
    {
        var input = await Request.ReadForm();
        return await Done(await actions.Resend(Me, id, input), input);
    }

    /// <summary>The recipient; null for the shore contact.</summary>
    public string? To(OutboxEmail email) => names.Recipient(email);

    public Charter? About(OutboxEmail email) => email.CharterId is { } id ? names.Charter(id) : null;

    /// <summary>The row of an unreadable email, with its kind and the error as far as they are known.</summary>
    public string RowOf(UnreadableEmail email)
    {
        var known = new[] { email.Kind, email.Reason }.Where(word => !string.IsNullOrEmpty(word)).ToList();
        return known.Count > 0 ? $"{email.Row} ({string.Join(", ", known)})" : $"{email.Row}";
    }

    /// <summary>Whether the email can be opened: it is a file in the mail folder, and this is Development.</summary>
    public bool CanOpen(OutboxEmail email) => environment.IsDevelopment() && IsFile(email);

    public bool IsFile(OutboxEmail email) => email.Answer is { } answer && fileNames.Contains(answer);

    /// <summary>This list, with the chosen charter.</summary>
    public string Address(string? before = null)
    {
        var query = new QueryString();
        if (CharterId is { } id) query = query.Add("charter", $"{id}");
        return Me.Pages.Letters + (before is null ? query : query.Add("before", before));
    }

    private async Task<IActionResult> Done(Outcome outcome, Input input) =>
        outcome.Refusal is { } refusal ? await Again(refusal, input, OnGet) : GoTo(Address());
}
