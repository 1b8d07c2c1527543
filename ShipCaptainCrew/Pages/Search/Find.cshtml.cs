using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Search;

namespace ShipCaptainCrew.Pages.Search;

/// <summary>What a search found, by kind. A single hit is opened at once.</summary>
[ResponseCache(NoStore = true)]
public sealed class FindPage(SearchReader search) : AppPage
{
    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>What was searched for, without white space around it.</summary>
    public string Text => Query?.Trim() ?? "";

    /// <summary>Null until something is searched.</summary>
    public SearchResult? Result { get; private set; }

    public IEnumerable<IGrouping<SearchHitKind, SearchHit>> Kinds => (Result?.Hits ?? []).GroupBy(hit => hit.Kind);

    public async Task<IActionResult> OnGet()
    {
        if (Text.Length > 0) Result = await search.Find(Me, Text);
        return Result?.Hits is [var only] ? GoTo(only.Address) : Page();
    }
}
