using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.OutsideJudges;

/// <summary>
/// The W3C's checker over every page: all that the demo's members reach by links, every route of the app as each role,
/// the links of guests, error pages, and refused forms. Runs only with <c>SCC_LONG=1</c>.
/// </summary>
public sealed partial class HtmlCheckerTests
{
    /// <summary>Routes that answer GET with a redirect or an error only.</summary>
    private static readonly HashSet<string> WithoutPage = ["/dev/sign-in", "/error", "/sign-out"];

    /// <summary>A page of a package, in development only.</summary>
    private const string ApiReference = "/dev/api/";

    private const string Charter = "/{operator:slug}/charters/{id:guid}";

    [Fact]
    public async Task The_checker_finds_only_attributes_of_htmx()
    {
        await NodeTools.Install();
        await using var app = new AppFixture { Settings = { ["Demo:Seed"] = "true" } };
        var pages = new SavedPages();
        await VisitDemo(app, pages);
        var fixture = await RouteFixture.Of(await CharterFixture.Begin(app));
        var visited = await VisitRoutes(fixture, pages);
        visited.UnionWith(await VisitDraft(fixture, pages));
        visited.UnionWith(await VisitCharterUnderway(app, pages));
        visited.UnionWith(await VisitLinks(fixture, pages));
        await VisitErrors(fixture, pages);
        await SendForms(fixture, pages);

        var (findings, htmxAttributes) = await HtmlChecker.Check(pages);

        TestContext.Current.TestOutputHelper?.WriteLine($"{pages.Count} pages, {htmxAttributes} attributes of htmx");
        Assert.Empty(Routes(app).Except(visited).Except(WithoutPage));
        Assert.True(findings.Count == 0, $"{findings.Count} in {pages.Count} pages:\n{string.Join('\n', findings)}");
    }

    private static async Task VisitDemo(AppFixture app, SavedPages pages)
    {
        await new Visitor("nobody", app.CreateClient(), pages).Crawl("/");
        var members = (await app.CreateClient().Page("/")).QuerySelectorAll("button[name=member]");
        Assert.Equal(4, members.Length);
        foreach (var member in members)
        {
            var browser = app.CreateClient();
            await browser.PostForm("/", "dev/sign-in", ("member", member.GetAttribute("value")!));
            await new Visitor(Spaces().Replace(member.TextContent, " ").Trim(), browser, pages).Crawl("/harbor-demo");
        }
    }

    /// <returns>The routes that someone got a response of their own from.</returns>
    private static async Task<HashSet<string>> VisitRoutes(RouteFixture fixture, SavedPages pages)
    {
        var routes = Routes(fixture.Day.Ship).Except(WithoutPage).ToList();
        var visited = new HashSet<string>();
        foreach (var visitor in Visitors(fixture, pages))
        {
            foreach (var route in routes)
            {
                if (await visitor.Open(fixture.Address(route))) visited.Add(route);
                await visitor.Open(fixture.Address(route), htmx: true);
            }
        }

        return visited;
    }

    private static async Task<IEnumerable<string>> VisitDraft(RouteFixture fixture, SavedPages pages)
    {
        var (day, office) = (fixture.Day, fixture.Day.Cast.Dana);
        var draft = await office.Api
            .Post("/api/events",
                new { vessel_id = day.VesselId, event_date = "2026-07-05", captain_id = day.Cast.Kim.MemberId })
            .Json(201);
        var (visitor, visited) = (new Visitor(office.Name, office.Browser, pages), new List<string>());
        foreach (var route in new[] { Charter, $"{Charter}/edit", $"{Charter}/publish", $"{Charter}/remove" })
        {
            if (await visitor.Open(fixture.Address(route, draft.Id()))) visited.Add(route);
        }

        return visited;
    }

    private static async Task<IEnumerable<string>> VisitCharterUnderway(AppFixture app, SavedPages pages)
    {
        var fixture = await RouteFixture.Of(await CharterFixture.Begin(app, "queen-underway"));
        await fixture.Day.Sail();
        return await VisitRoutes(fixture, pages);
    }

    /// <summary>All routes that a browser opens, from the app's own endpoint data source.</summary>
    private static IEnumerable<string> Routes(AppFixture app) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !route.StartsWith("/api/", StringComparison.Ordinal)
                && !route.StartsWith(ApiReference, StringComparison.Ordinal)).Distinct();

    private static IEnumerable<Visitor> Visitors(RouteFixture fixture, SavedPages pages)
    {
        var (app, cast) = (fixture.Day.Ship, fixture.Day.Cast);
        foreach (var member in new[] { cast.Olive, cast.Dana, cast.Kim, cast.Sam, cast.Alex })
            yield return new(member.Name, member.Browser, pages);
        yield return new("nobody", app.CreateClient(), pages);
        var spanish = app.CreateClient();
        spanish.DefaultRequestHeaders.Add("Accept-Language", "es");
        yield return new("a guest who reads Spanish", spanish, pages);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
