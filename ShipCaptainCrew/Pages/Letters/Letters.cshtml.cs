using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Doors;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Pages;

/// <summary>What became of every letter, in the mail server's own words, and a way to send one again.</summary>
public sealed class LettersPage(ShipDb db, LetterActions actions, Postman postman, EmlFolder folder, IWebHostEnvironment environment, TimeProvider clock) : ShipPage
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

    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>How many were not delivered.</summary>
    public int Undelivered { get; private set; }

    public bool HasServer => postman.HasServer;

    /// <summary>Why nothing goes out, where something should.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Something may go out any moment, so the list is worth another look.</summary>
    public bool IsMoving => Trouble is null && Letters.Any(letter => letter.IsWaiting && letter.NotBefore <= clock.GetUtcNow());

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.SeeLetters)) return Forbid();
        var alarming = clock.GetUtcNow() - Alarming;
        Undelivered = await db.Letters.CountAsync(letter => letter.State == LetterState.NotDelivered && letter.CreatedAt >= alarming);
        var oneMore = await db.Letters.AsNoTracking()
            .OrderByDescending(letter => letter.State == LetterState.NotDelivered && letter.CreatedAt >= alarming).ThenByDescending(letter => letter.Id)
            .Skip((Math.Clamp(Number, 1, 10_000) - 1) * OnePage).Take(OnePage + 1).ToListAsync();
        (Letters, HasMore) = ([.. oneMore.Take(OnePage)], oneMore.Count > OnePage);
        Trouble = await db.Letters.AnyAsync(letter => letter.State == LetterState.Waiting) ? postman.Trouble : null;
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
    public string? To(Letter letter) =>
        letter.MemberId is { } memberId ? members[memberId].Name
        : letter.SubjectId is { } guestId && guests.TryGetValue(guestId, out var guest) ? guest
        : letter.Kind == AshoreLetter.Kind ? null
        : letter.CharterId is { } charterId && charters.GetValueOrDefault(charterId)?.Contact is { } contact ? contact.Name ?? contact.Email ?? ""
        : "";

    /// <summary>Whether the letter lies in the folder and this is a developer's machine, where it can be opened.</summary>
    public bool IsToRead(Letter letter) => environment.IsDevelopment() && IsFile(letter);

    public bool IsFile(Letter letter) => letter.Answer is { } answer && files.Contains(answer);

    public Charter? About(Letter letter) => letter.CharterId is { } id ? charters.GetValueOrDefault(id) : null;

    private async Task<IActionResult> Done(Outcome outcome, Input input) =>
        outcome.Refusal is { } no ? await Again(no, input, OnGet) : GoTo(Me.Pages.Letters);

    private async Task LookUp()
    {
        var memberIds = Letters.Select(letter => letter.MemberId).Distinct().ToList();
        var charterIds = Letters.Select(letter => letter.CharterId).Distinct().ToList();
        members = await db.Members.AsNoTracking().Where(row => memberIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id);
        var subjectIds = Letters.Where(letter => letter.MemberId == null).Select(letter => letter.SubjectId).Distinct().ToList();
        guests = await db.Guests.AsNoTracking().Where(row => subjectIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name);
        charters = await db.Charters.AsNoTracking().IgnoreAutoIncludes().Where(row => charterIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id);
    }
}
