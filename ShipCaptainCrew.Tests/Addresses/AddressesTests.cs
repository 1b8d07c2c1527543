using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Addresses;

/// <summary>Addresses are written in one folder, and each is one that the app's own routing finds.</summary>
public sealed partial class AddressesTests
{
    private static readonly OperatorPages Operator = new("queen-of-san-diego");

    private static readonly CharterPages Charter = Operator.Charter(Guid.CreateVersion7());

    private static readonly IReadOnlyDictionary<string, string> Pages = Of(typeof(OpenPages), null)
        .Concat(Of(typeof(OperatorPages), Operator))
        .Concat(Of(typeof(CharterPages), Charter))
        .ToDictionary();

    [Fact]
    public async Task Every_page_address_leads_to_a_page_and_every_page_has_an_address()
    {
        await using var app = new AppFixture();
        var found = new Dictionary<string, RouteEndpoint?>();
        foreach (var (name, address) in Pages) found[name] = await EndpointAt(app, HttpMethods.Get, address);

        Assert.Equal([], found.Where(row => row.Value is null).Select(row => $"{row.Key}: {Pages[row.Key]}"));
        Assert.Equal([], PagesOf(app).Except(found.Values.OfType<RouteEndpoint>().Select(RouteOf)).Order());
        Assert.Equal(Pages.Count, Pages.Values.Distinct().Count());
    }

    /// <summary>A page that is found by its name in the framework is the one that its address leads to.</summary>
    [Theory]
    [InlineData(nameof(OpenPages) + ".SignIn", "/SignIn/SignIn")]
    [InlineData(nameof(OpenPages) + ".Receipt", "/Waivers/Receipt")]
    [InlineData(nameof(OpenPages) + ".Overdue", "/Overdue/OverdueLink")]
    [InlineData(nameof(OperatorPages) + ".Overdue", "/Overdue/OverdueBoard")]
    [InlineData(nameof(OperatorPages) + ".CharterTypes", "/CharterTypes/CharterTypes")]
    [InlineData(nameof(OperatorPages) + ".NewVessel", "/Vessels/Vessel")]
    [InlineData(nameof(OperatorPages) + ".WaiverTemplate", "/WaiverTemplates/WaiverTemplate")]
    [InlineData(nameof(CharterPages) + ".Home", "/Charters/Charter")]
    [InlineData(nameof(CharterPages) + ".Return", "/Lifecycle/Move")]
    [InlineData(nameof(CharterPages) + ".Waiver", "/WaiverRecords/WaiverRecord")]
    [InlineData(nameof(CharterPages) + ".NewDefect", "/Vessels/NewDefect")]
    public async Task An_address_leads_to_the_page_it_is_named_after(string member, string page)
    {
        await using var app = new AppFixture();

        var endpoint = await EndpointAt(app, HttpMethods.Get, Pages[member]);

        Assert.Equal(page, endpoint!.Metadata.GetRequiredMetadata<PageActionDescriptor>().ViewEnginePath);
    }

    /// <summary>Some are only changed there, not read.</summary>
    [Fact]
    public async Task Every_address_of_the_api_leads_to_an_endpoint()
    {
        await using var app = new AppFixture();
        var all = Of(typeof(ApiAddresses), null).ToList();

        Assert.NotEmpty(all);
        foreach (var (name, address) in all)
        {
            var endpoint = await EndpointAt(app, HttpMethods.Get, address)
                ?? await EndpointAt(app, HttpMethods.Put, address);
            Assert.True(endpoint is not null, $"{name}: {address}");
        }
    }

    [Theory]
    [InlineData("cs")]
    [InlineData("cshtml")]
    [InlineData("razor")]
    public void No_address_is_written_anywhere_else(string ending)
    {
        var found =
            from file in Repository.Sources("ShipCaptainCrew", ending)
            where Path.GetFileName(Path.GetDirectoryName(file)) != "Addresses"
            from line in File.ReadLines(file)
            where WrittenOut().IsMatch(line) && !DeclaresRoute().IsMatch(line)
            select $"{Path.GetFileName(file)}: {line.Trim()}";

        Assert.Equal([], found);
    }

    [Theory]
    [InlineData("GoTo($\"/{Me.OperatorSlug}/charters/{id}\")")]
    [InlineData("<a href=\"/@house.Slug\">")]
    [InlineData("<a href=\"@Model.List/new\">")]
    [InlineData("<a href=\"@($\"{Here}/edit\")\">")]
    [InlineData("return GoTo(\"/sign-in\");")]
    public void What_is_written_out_is_found(string line) => Assert.Matches(WrittenOut(), line);

    /// <summary>The endpoint that the app's routing picks; null where there is none for that method.</summary>
    private static async Task<RouteEndpoint?> EndpointAt(AppFixture app, string method, string address)
    {
        var http = await app.Server.SendAsync(http =>
        {
            (http.Request.Method, http.Request.Scheme, http.Request.Host) = (method, "https", new("ship.test"));
            http.Request.Path = new Uri(new("https://ship.test"), address).AbsolutePath;
        });
        return http.GetEndpoint() as RouteEndpoint;
    }

    /// <summary>Every member that is an address, with an example of each argument.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Of(Type type, object? pages)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.DeclaredOnly
            | BindingFlags.Static | BindingFlags.Instance;
        foreach (var member in type.GetMembers(Own))
        {
            var value = member switch
            {
                FieldInfo field => field.GetRawConstantValue(),
                PropertyInfo { Name: not nameof(OperatorPages.Slug) } property => property.GetValue(pages),
                MethodInfo { IsSpecialName: false, Name: not nameof(ToString) } method
                    when method.ReturnType == typeof(string) && !method.GetParameters().Any(TakesChecklist) =>
                    method.Invoke(pages, [.. method.GetParameters().Select(Example)]),
                _ => null,
            };
            if (value is string address) yield return new($"{type.Name}.{member.Name}", address);
        }
    }

    /// <summary>Such an address is that of a page that is tested, at a place in it.</summary>
    private static bool TakesChecklist(ParameterInfo parameter) => parameter.ParameterType == typeof(Checklist);

    private static object Example(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(Guid) ? Guid.CreateVersion7()
        : parameter.ParameterType == typeof(CrewRole) ? CrewRole.FirstMate
        : parameter.ParameterType == typeof(DateOnly) ? new DateOnly(2026, 7, 4)
        : parameter.Name == "collection" ? "/vessels"
        : "a-token";

    private static IEnumerable<string> PagesOf(AppFixture app) =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
        select RouteOf(endpoint);

    private static string RouteOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText}";

    [GeneratedRegex("""
        \$"/ | \$"[^"]*\}/
        | (href|action|formaction|hx-get|hx-post|data-ask)="(/|@[^"]*/)
        | (GoTo|Redirect|Link|SignInAgain)\("/
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex WrittenOut();

    [GeneratedRegex(@"\.Map(Get|Post|Put|Delete)\(")]
    private static partial Regex DeclaresRoute();
}
