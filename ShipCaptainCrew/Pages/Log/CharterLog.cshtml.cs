using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Log;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Log;

/// <summary>The audit log of one charter.</summary>
public sealed class CharterLogPage(AppDbContext db, CharterLog log) : SingleCharterPage(db)
{
    private const int PageSize = 100;

    [BindProperty(Name = "before", SupportsGet = true)]
    public long Before { get; set; } = long.MaxValue;

    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    public LogSentences Sentences { get; private set; } = null!;

    /// <summary>Sequence number before which the next page starts; null on the last.</summary>
    public long? Older { get; private set; }

    protected override async Task<IActionResult?> Prepare()
    {
        var (lines, refusal) = await log.Read(Me, View.Charter.Id, Before, PageSize + 1);
        if (refusal is not null) return StatusCode(refusal.Status());
        Lines = [.. lines!.Take(PageSize)];
        Sentences = new(await LogNames.In(Db, Lines), View.Charter.Zone);
        Older = lines!.Count > PageSize ? Lines[^1].Seq : null;
        return null;
    }
}
