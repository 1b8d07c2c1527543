using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data.Waivers;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>The book of signed waivers, for the owner: to search, to hold, to prove, and to check as a whole.</summary>
[ResponseCache(NoStore = true)]
public sealed class BookPage(WaiverShelf shelf, WaiverKeepingActions keeping) : ShipPage
{
    private const int OnePage = 25;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(Name = "day", SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty(Name = "part", SupportsGet = true)]
    public int Number { get; set; } = 1;

    [BindProperty(Name = "check", SupportsGet = true)]
    public bool IsToCheck { get; set; }

    public IReadOnlyList<SignedWaiver> Waivers { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>What the check found; null where none was asked for.</summary>
    public WaiverFindings? Findings { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepWaivers)) return Forbid();
        var oneMore = await shelf.Look(new(Words?.Trim(), Day), (Math.Clamp(Number, 1, 10_000) - 1) * OnePage, OnePage + 1);
        (Waivers, HasMore) = ([.. oneMore.Take(OnePage)], oneMore.Count > OnePage);
        if (IsToCheck) Findings = await Task.Run(() => shelf.Check(Me.OperatorId));
        return Page();
    }

    public async Task<IActionResult> OnPostHold(Guid id)
    {
        var input = await Request.ReadForm();
        return await Done(await keeping.Hold(Me, id, input), input);
    }

    public async Task<IActionResult> OnPostLift(Guid id)
    {
        var input = await Request.ReadForm();
        return await Done(await keeping.Lift(Me, id, input), input);
    }

    /// <summary>The same search at another page.</summary>
    public string At(int number) => Me.Pages.WaiverBook + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Words,
        ["day"] = $"{Day:yyyy-MM-dd}",
        ["part"] = $"{number}",
    });

    private async Task<IActionResult> Done(Outcome outcome, Input input) =>
        outcome.Refusal is { } no ? await Again(no, input, OnGet) : GoTo(At(Number));
}
