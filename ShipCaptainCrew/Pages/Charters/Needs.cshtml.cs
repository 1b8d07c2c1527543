using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>All that the office has to do, grouped by kind; one kind alone with <c>?kind=</c>.</summary>
public sealed class NeedsPage(OfficeNeeds needs, TimeProvider clock) : AppPage
{
    private const int PageSize = 100;

    [FromQuery(Name = "kind")]
    public string? SelectedKind { get; set; }

    /// <summary>How many needs come before the page.</summary>
    [FromQuery(Name = "after")]
    public int After { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<Need> All { get; private set; } = [];

    /// <summary>The kinds that there are, each with its number of needs.</summary>
    public IEnumerable<(NeedKind Kind, int Count)> Kinds =>
        All.GroupBy(need => need.Kind).OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.Count()));

    /// <summary>The needs of this page.</summary>
    public IEnumerable<IGrouping<NeedKind, Need>> Groups =>
        Chosen.Skip(After).Take(PageSize).GroupBy(need => need.Kind);

    /// <summary>How many needs come before the next page; null on the last.</summary>
    public int? Next => After + PageSize < Chosen.Count() ? After + PageSize : null;

    public bool Shows(NeedKind kind) => WireNames.Name(kind) == SelectedKind;

    public async Task<IActionResult> OnGet()
    {
        if (!Me.IsOffice) return Forbid();
        After = Math.Max(0, After);
        All = (await needs.Read(Me, Now)).Needs;
        return Page();
    }

    private IEnumerable<Need> Chosen => All
        .Where(need => !Kinds.Any(kind => Shows(kind.Kind)) || Shows(need.Kind)).OrderBy(need => need.Kind);
}
