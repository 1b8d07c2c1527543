using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Doors;
using ShipCaptainCrew.Pages.Charters;

namespace ShipCaptainCrew.Pages;

/// <summary>What happened on a charter, in words.</summary>
public sealed class LogPage(ShipDb db, CharterLog log) : CharterScreen(db)
{
    private const int OnePage = 100;
    private LogSentences sentences = null!;

    [BindProperty(Name = "before", SupportsGet = true)]
    public long Before { get; set; } = long.MaxValue;

    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Older { get; private set; }

    public Words What(LogLine line) => sentences.What(line);

    protected override async Task<IActionResult?> Prepare()
    {
        var (lines, refusal) = await log.Read(Me, Sheet.Charter.Id, Before, OnePage + 1);
        if (refusal is not null) return StatusCode(refusal.Status());
        Lines = [.. lines!.Take(OnePage)];
        sentences = new(await LogNames.In(Db, Lines), Sheet.Charter.Zone);
        Older = lines!.Count > OnePage ? Lines[^1].Seq : null;
        return null;
    }
}
