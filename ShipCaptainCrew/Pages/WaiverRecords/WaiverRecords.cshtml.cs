using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.WaiverRecords;

/// <summary>The signed waivers, for owners: search, holds, downloads, and a check of all records.</summary>
[ResponseCache(NoStore = true)]
public sealed class WaiverRecordsPage(WaiverArchive archive, WaiverRetentionActions retention) : AppPage
{
    private const int PageSize = 25;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? SearchText { get; set; }

    [BindProperty(Name = "day", SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty(Name = "part", SupportsGet = true)]
    public int Number { get; set; } = 1;

    [BindProperty(Name = "check", SupportsGet = true)]
    public bool ChecksAll { get; set; }

    public IReadOnlyList<SignedWaiver> Waivers { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>The result of the check; null if none was requested.</summary>
    public WaiverFindings? Findings { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepWaivers)) return Forbid();
        var skipped = (Math.Clamp(Number, 1, 10_000) - 1) * PageSize;
        var oneMore = await archive.Look(new(SearchText?.Trim(), Day), skipped, PageSize + 1);
        (Waivers, HasMore) = ([.. oneMore.Take(PageSize)], oneMore.Count > PageSize);
        if (ChecksAll) Findings = await Task.Run(() => archive.Check(Me.OperatorId));
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

    /// <summary>The address of another page of the same search.</summary>
    public string At(int number) => Me.Pages.WaiverBook + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = SearchText,
        ["day"] = $"{Day:yyyy-MM-dd}",
        ["part"] = $"{number}",
    });

    /// <summary>What was entered to hold this waiver and refused; null if nothing was.</summary>
    public string? RefusedReason(SignedWaiver waiver) =>
        Request.Query["id"] == $"{waiver.Record.Id}" ? ValueOf("reason", null) : null;

    private async Task<IActionResult> Done(Outcome outcome, Input input) =>
        outcome.Refusal is { } refusal ? await Again(refusal, input, OnGet) : GoTo(At(Number));
}
