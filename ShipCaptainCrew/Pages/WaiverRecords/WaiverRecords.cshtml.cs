using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.WaiverRecords;

/// <summary>The book of signed waivers, for the owner: to search, to hold, to prove, and to check as a whole.</summary>
[ResponseCache(NoStore = true)]
public sealed class WaiverRecordsPage(WaiverArchive archive, WaiverRetentionActions retention) : AppPage
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
        var oneMore =
            await archive.Look(new(Words?.Trim(), Day), (Math.Clamp(Number, 1, 10_000) - 1) * OnePage, OnePage + 1);
        (Waivers, HasMore) = ([.. oneMore.Take(OnePage)], oneMore.Count > OnePage);
        if (IsToCheck) Findings = await Task.Run(() => archive.Check(Me.OperatorId));
        return Page();
    }

    public async Task<IActionResult> OnPostHold(Guid id)
    {
        var input = await Request.ReadForm();
        return await Done(await retention.Hold(Me, id, input), input);
    }

    public async Task<IActionResult> OnPostLift(Guid id)
    {
        var input = await Request.ReadForm();
        return await Done(await retention.Lift(Me, id, input), input);
    }

    /// <summary>The same search at another page.</summary>
    public string At(int number) => Me.Pages.WaiverBook + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Words,
        ["day"] = $"{Day:yyyy-MM-dd}",
        ["part"] = $"{number}",
    });

    private async Task<IActionResult> Done(Outcome outcome, Input input) =>
        outcome.Refusal is { } refusal ? await Again(refusal, input, OnGet) : GoTo(At(Number));
}
