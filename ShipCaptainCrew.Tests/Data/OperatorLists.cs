using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Data;

/// <summary>An operator with enough charters to fill every page, and all lists of its pages and of the API.</summary>
public sealed class OperatorLists : IAsyncLifetime
{
    /// <summary>More than any page of a list holds.</summary>
    private const int Charters = 250;

    public CharterFixture Day { get; private set; } = null!;

    private Cast Cast => Day.Cast;

    public async ValueTask InitializeAsync()
    {
        Day = await CharterFixture.Begin();
        await RouteFixture.Of(Day);
        // The log has an entry that is nobody's, as those of jobs are.
        await Day.Ship.Change(Cast.OperatorId,
            async (db, actor) => (await db.Charters.FirstAsync(row => row.Id == Day.CharterId)).Board(actor));
        CopiedRows.EarlierCharters(Day.Ship.Database, 1, Charters);
    }

    public ValueTask DisposeAsync() => Day.DisposeAsync();

    /// <summary>Adds a long history.</summary>
    public void AddYears() => CopiedRows.EarlierCharters(Day.Ship.Database, Charters + 1, Charters * 6);

    /// <summary>Every list, with the client that asks for it.</summary>
    public IEnumerable<(HttpClient Client, string Url)> All =>
    [
        .. OfMembers(Cast.Olive), .. OfMembers(Cast.Sam),
        .. from page in OfOffice select (Cast.Olive.Browser, $"/{Cast.Slug}{page}"),
        .. from url in OfApi select (Cast.Olive.Api, url),
    ];

    /// <summary>The position of a charter or email in the middle of a list.</summary>
    private static string Middle => $"{AppFixture.Morning.AddDays(-200).UtcTicks}|{Guid.Empty}";

    private static IEnumerable<(HttpClient Client, string Url)> OfMembers(TestUser user)
    {
        foreach (var page in new[] { "", "/week", "/mine", "/week?week=2026-05-05", "/charters/past",
            $"/charters/past?before={Middle}", "/season", "/month", "/month?month=2026-05" })
            yield return (user.Browser, $"/queen-of-san-diego{page}");
        foreach (var query in new[] { "", "?from=2026-06-20&to=2026-07-05", "?status=scheduled", "?view=summary",
            "?status=closed&limit=200", $"?cursor={Cursor(Middle)}" })
            yield return (user.Api, $"/api/events{query}");
        foreach (var text in new[] { "jul+4", "ben", "nobody" })
            yield return (user.Api, $"/api/search?q={text}");
    }

    private IEnumerable<string> OfOffice =>
    [
        "/needs", "/log", $"/log?charter={Day.CharterId}", $"/log?who={Cast.Dana.MemberId}", $"/log?who={Guid.Empty}",
        $"/log?who={Guid.AllBitsSet}", "/log?day=2026-07-01", "/log?before=9000000", "/letters",
        $"/letters?charter={Day.CharterId}", $"/letters?before={Middle}", "/waivers/book", "/waivers/book?q=ben",
        "/waivers/book?day=2026-07-04", "/waivers/book?before=9000000", "/crew", "/vessels", "/types", "/templates",
        "/duties", "/overdue", $"/vessels/{Day.VesselId}/defects", $"/charters/{Day.CharterId}",
        $"/charters/{Day.CharterId}/log", $"/charters/{Day.CharterId}/guests", $"/charters/{Day.CharterId}/checklists",
    ];

    private IEnumerable<string> OfApi =>
    [
        "/api/members", "/api/vessels", "/api/charter-types", "/api/checklist-templates", "/api/waiver-templates",
        Day.Api, $"{Day.Api}/log", $"{Day.Api}/guests", $"/api/vessels/{Day.VesselId}/defects",
    ];

    private static string Cursor(string key) =>
        System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(key));
}
