using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Mail.Outbox;
using ShipCaptainCrew.Mail.Smtp;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Emails;

/// <summary>What became of every letter, in the mail server's own words, and a way to send one again.</summary>
public sealed class EmailsPage(AppDbContext db, EmailActions actions, OutboxWorker outboxWorker, EmlFolder folder,
    IWebHostEnvironment environment, TimeProvider clock)
    : AppPage
{
    private const int OnePage = 50;

    /// <summary>What was not delivered within this time stands on top, until it is sent again.</summary>
    private static readonly TimeSpan Alarming = TimeSpan.FromDays(30);

    private HashSet<string> files = [];
    private Dictionary<Guid, Member> members = [];
    private Dictionary<Guid, Charter> charters = [];
    private Dictionary<Guid, string> guests = [];

    [BindProperty(Name = "part", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<OutboxEmail> Letters { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>How many were not delivered.</summary>
    public int Undelivered { get; private set; }

    public bool HasServer => outboxWorker.HasServer;

    /// <summary>Why nothing goes out, where something should.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Something may go out any moment, so the list is worth another look.</summary>
    public bool IsMoving =>
        Trouble is null && Letters.Any(email => email.IsWaiting && email.NotBefore <= clock.GetUtcNow());

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.SeeEmails)) return Forbid();
        var alarming = clock.GetUtcNow() - Alarming;
        Undelivered =
            await db.Outbox.CountAsync(email => email.State == EmailState.NotDelivered && email.CreatedAt >= alarming);
        var oneMore = await db.Outbox.AsNoTracking()
            .OrderByDescending(email => email.State == EmailState.NotDelivered && email.CreatedAt >= alarming)
            .ThenByDescending(email => email.Id)
            .Skip((Math.Clamp(Number, 1, 10_000) - 1) * OnePage).Take(OnePage + 1).ToListAsync();
        (Letters, HasMore) = ([.. oneMore.Take(OnePage)], oneMore.Count > OnePage);
        Trouble = await db.Outbox.AnyAsync(email => email.State == EmailState.Waiting)
            ? outboxWorker.LastFailure : null;
        if (!HasServer) files = [.. folder.Names];
        await LookUp();
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

    /// <summary>Whom it is for: the member, the guest, or whoever booked; null for the shore contact.</summary>
    public string? To(OutboxEmail email) =>
        email.MemberId is { } memberId ? members[memberId].Name
        : email.SubjectId is { } guestId && guests.TryGetValue(guestId, out var guest) ? guest
        : email.Kind == ManifestSentAshoreEmail.Kind ? null
        : email.CharterId is { } charterId && charters.GetValueOrDefault(charterId)?.Contact is { } contact
            ? contact.Name ?? contact.Email ?? ""
        : "";

    /// <summary>
    /// Whether the letter lies in the folder and this is a developer's machine, where it can be opened.
    /// </summary>
    public bool IsToRead(OutboxEmail email) => environment.IsDevelopment() && IsFile(email);

    public bool IsFile(OutboxEmail email) => email.Answer is { } answer && files.Contains(answer);

    public Charter? About(OutboxEmail email) => email.CharterId is { } id ? charters.GetValueOrDefault(id) : null;

    private async Task<IActionResult> Done(Outcome outcome, Input input) =>
        outcome.Refusal is { } refusal ? await Again(refusal, input, OnGet) : GoTo(Me.Pages.Letters);

    private async Task LookUp()
    {
        var memberIds = Letters.Select(email => email.MemberId).Distinct().ToList();
        var charterIds = Letters.Select(email => email.CharterId).Distinct().ToList();
        members = await db.Members.AsNoTracking().Where(row => memberIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id);
        var subjectIds = Letters.Where(email => email.MemberId == null).Select(email => email.SubjectId).Distinct()
            .ToList();
        guests = await db.Guests.AsNoTracking().Where(row => subjectIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        charters = await db.Charters.AsNoTracking().IgnoreAutoIncludes().Where(row => charterIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id);
    }
}
