using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data.Queries;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>Past charters, latest first: all of them for the office, their own for the crew.</summary>
public sealed class PastPage(CharterList charters, TimeProvider clock) : AppPage
{
    private const int PageSize = 50;

    /// <summary>Where the list continues; null for its beginning.</summary>
    [FromQuery(Name = "before")]
    public string? Before { get; set; }

    public IReadOnlyList<CharterLine> Lines { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Older { get; private set; }

    public async Task OnGet()
    {
        var lines = await charters.Past(Me, clock.GetUtcNow(), ListPosition.Parse(Before), PageSize + 1);
        Lines = [.. lines.Take(PageSize)];
        Older = lines.Count > PageSize ? $"{ListPosition.Of(Lines[^1].Charter)}" : null;
    }
}
