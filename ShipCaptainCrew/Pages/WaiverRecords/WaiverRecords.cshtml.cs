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

    /// <summary>The sequence number before which the page starts; null for the newest.</summary>
    [BindProperty(Name = "before", SupportsGet = true)]
    public long? Before { get; set; }

    [BindProperty(Name = "check", SupportsGet = true)]
    public bool ChecksAll { get; set; }

    public IReadOnlyList<SignedWaiver> Waivers { get; private set; } = [];

    /// <summary>The sequence number before which the next page starts; null on the last.</summary>
    public long? Older { get; private set; }

    /// <summary>The result of the check; null if none was requested.</summary>
    public WaiverFindings? Findings { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepWaivers)) return Forbid();
        var oneMore = await archive.Look(new(SearchText?.Trim(), Day), Before ?? long.MaxValue, PageSize + 1);
        Waivers = [.. oneMore.Take(PageSize)];
        Older = oneMore.Count > PageSize ? Waivers[^1].Record.Seq : null;
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

    /// <summary>The address of another page of the same search; null for the newest.</summary>
    public string At(long? before) => Me.Pages.WaiverBook + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = SearchText,
        ["day"] = $"{Day:yyyy-MM-dd}",
        ["before"] = $"{before}",
    });

    /// <summary>What was entered to hold this waiver and refused; null if nothing was.</summary>
    public string? RefusedReason(SignedWaiver waiver) =>
        Request.Query["id"] == $"{waiver.Record.Id}" ? ValueOf("reason", null) : null;

    private async Task<IActionResult> Done(Outcome outcome, Input input) =>
        outcome.Refusal is { } refusal ? await Again(refusal, input, OnGet) : GoTo(At(Before));
}
