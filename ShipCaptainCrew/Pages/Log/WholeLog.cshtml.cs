using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions.Log;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Log;

/// <summary>The audit log of the whole operator, to search by charter, person and day.</summary>
public sealed class WholeLogPage(AppDbContext db, CharterLog log) : AppPage
{
    private const int PageSize = 100;

    /// <summary>Limit of the charter select, latest first; older charters have their own log page.</summary>
    private const int MaxCharterOptions = 200;

    private LogNames names = null!;

    [BindProperty(Name = "charter", SupportsGet = true)]
    public Guid? CharterId { get; set; }

    /// <summary>A member's id, or one of the constants of LogSearch for actors that are not members.</summary>
    [BindProperty(Name = "who", SupportsGet = true)]
    public Guid? Who { get; set; }

    [BindProperty(Name = "day", SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty(Name = "before", SupportsGet = true)]
    public long Before { get; set; } = long.MaxValue;

    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    public LogSentences Sentences { get; private set; } = null!;

    /// <summary>Sequence number before which the next page starts; null on the last.</summary>
    public long? Older { get; private set; }

    public IReadOnlyList<LoggedCharter> Charters { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Members { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        var (lines, refusal) = await log.Search(Me, new(CharterId, Who, Day), Before, PageSize + 1);
        if (refusal is not null) return StatusCode(refusal.Status());
        Lines = [.. lines!.Take(PageSize)];
        Older = lines!.Count > PageSize ? Lines[^1].Seq : null;
        names = await LogNames.In(db, Lines);
        Sentences = new(names, Me.Zone);
        Members = (await db.Members.Select(member => new { member.Id, member.Name }).ToListAsync())
            .OrderBy(member => member.Name, StringComparer.CurrentCulture)
            .Select(member => (member.Id, member.Name)).ToList();
        Charters = await Options();
        return Page();
    }

    /// <summary>The charter of an entry, if it still exists.</summary>
    public Func<LogLine, LoggedCharter?> About => names.CharterOf;

    /// <summary>The latest charters, after the one that is searched for.</summary>
    private async Task<IReadOnlyList<LoggedCharter>> Options()
    {
        var latest = await LoggedCharter.Of(
            db.Charters.OrderByDescending(row => row.SortAt).Take(MaxCharterOptions)).ToListAsync();
        if (CharterId is not { } id) return latest;
        var chosen = await LoggedCharter.Of(db.Charters.Where(row => row.Id == id)).ToListAsync();
        return [.. chosen, .. latest.Where(row => row.Id != id)];
    }

    /// <summary>Address of the same search with older entries.</summary>
    public string OlderUrl(long before) => Me.Pages.Log + QueryString.Create(new Dictionary<string, string?>
    {
        ["charter"] = $"{CharterId}",
        ["who"] = $"{Who}",
        ["day"] = $"{Day:yyyy-MM-dd}",
        ["before"] = $"{before}",
    });
}
