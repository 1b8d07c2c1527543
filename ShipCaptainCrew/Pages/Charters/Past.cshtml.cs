using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Charters;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>Past charters, latest first: all of them for the office, their own for the crew.</summary>
public sealed class PastPage(CharterList charters, TimeProvider clock) : AppPage
{
    private const int PageSize = 50;

    /// <summary>How many charters to skip.</summary>
    [FromQuery(Name = "after")]
    public int After { get; set; }

    public IReadOnlyList<CharterLine> Lines { get; private set; } = [];

    /// <summary>Offset of the next page; null on the last.</summary>
    public int? Older { get; private set; }

    public async Task OnGet()
    {
        After = Math.Max(0, After);
        var lines = await charters.Past(Me, clock.GetUtcNow(), After, PageSize + 1);
        Lines = [.. lines.Take(PageSize)];
        Older = lines.Count > PageSize ? After + PageSize : null;
    }
}
