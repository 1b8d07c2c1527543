using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Search;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Finds charters, guests and vessels, as the search field of the pages does.</summary>
internal static class SearchApi
{
    public static void MapSearch(this RouteGroupBuilder api) =>
        api.MapGet("/search", Find)
            .WithName("search")
            .WithSummary("Finds charters, guests and vessels by beginnings of words, or charters by date")
            .TakesQuery<SearchQuery>().Refuses(422).Produces<SearchJson>();

    private static async Task<IResult> Find(HttpRequest request, Viewer viewer, SearchReader search)
    {
        var query = request.ReadQuery();
        var text = query.Text("q", null, required: "Enter what to search for.");
        if (query.Refusal is { } invalid) return new Refused(invalid);
        var result = await search.Find(viewer, text!);
        return result is { IsRefused: true, Problem: { } problem }
            ? new Refused(Refusal.Invalid("q", problem))
            : Results.Ok(new SearchJson([.. result.Hits.Select(HitJson.Of)]));
    }
}

internal sealed record SearchQuery(string Q);

internal sealed record SearchJson(IReadOnlyList<HitJson> Items);

/// <summary>One thing found. <c>url</c> is the path of its page.</summary>
internal sealed record HitJson(SearchHitKind Kind, Guid Id, string Title, string Detail, string Url)
{
    public static HitJson Of(SearchHit hit) => new(
        hit.Kind, hit.Id, hit.Vessel is { } vessel ? $"{hit.Title}, {vessel}" : hit.Title, hit.Detail, hit.Address);
}
