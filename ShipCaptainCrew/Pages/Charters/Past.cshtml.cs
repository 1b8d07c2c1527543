using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Charters;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>Charters that are over, the last first: the office's all, the crew's own.</summary>
public sealed class PastPage(CharterList charters, TimeProvider clock) : AppPage
{
    private const int OnePage = 50;

    /// <summary>How many later ones to pass over.</summary>
    [FromQuery(Name = "after")]
    public int After { get; set; }

    public IReadOnlyList<CharterLine> Lines { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public int? Older { get; private set; }

    public async Task OnGet()
    {
        After = Math.Max(0, After);
        var lines = await charters.Past(Me, clock.GetUtcNow(), After, OnePage + 1);
        Lines = [.. lines.Take(OnePage)];
        Older = lines.Count > OnePage ? After + OnePage : null;
    }
}
