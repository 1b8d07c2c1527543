using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// An app with two operators and one of each record, all its endpoints with addresses, and no rate limits.
/// </summary>
public sealed partial class Endpoints : IAsyncLifetime
{
    private Dictionary<string, string> idsBySegment = [];

    public AppFixture App { get; } = new();

    public CharterFixture Charter { get; private set; } = null!;

    public Cast Queen => Charter.Cast;

    /// <summary>The owner of another operator.</summary>
    public TestUser Robin { get; private set; } = null!;

    /// <summary>The tokens of one signed link of each kind.</summary>
    public Dictionary<LinkKind, string> Links { get; } = [];

    /// <summary>All endpoints of the running app, from its own endpoint data source.</summary>
    public IReadOnlyList<Endpoint> All { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var limit in new[] { "Api", "Open", "SignIn", "Passkey", "Guest", "FailedTries" })
            App.Settings[$"Limits:{limit}"] = "1000000";
        Charter = await CharterFixture.Begin(App);
        Robin = (await App.Cast("strangers")).Olive;
        var type = await Queen.Type("Sunset sail", PlanningSteps.AtHalfPastFour);
        var template = await Queen.Template("Put to bed", "Cover the sails");
        var waiver = await Queen.Waiver();
        var guest = await Charter.Guest("Ben Cole");
        var defect = await Queen.Dana.Api
            .Post($"/api/vessels/{Charter.VesselId}/defects", new { what = "Bilge pump", severity = "minor" })
            .Json(201);
        foreach (var kind in Enum.GetValues<LinkKind>())
            Links[kind] = await Link(kind, kind == LinkKind.Waiver ? guest.Id() : Queen.Sam.MemberId);
        idsBySegment = new()
        {
            ["waiver-templates"] = $"{waiver}",
            ["guests"] = $"{guest.Id()}",
            ["vessels"] = $"{Charter.VesselId}",
            ["members"] = $"{Queen.Sam.MemberId}", ["crew"] = $"{Queen.Sam.MemberId}",
            ["charter-types"] = $"{type}", ["types"] = $"{type}", ["checklist-templates"] = $"{template}",
            ["templates"] = $"{template}", ["events"] = $"{Charter.CharterId}",
            ["charters"] = $"{Charter.CharterId}", ["checklists"] = $"{Charter.ListId}", ["defects"] = $"{defect.Id()}",
            ["sign-in"] = "no-such-token", ["party"] = Links[LinkKind.Party],
            ["unsubscribe"] = Links[LinkKind.StopReminders],
            ["answers"] = Links[LinkKind.Presence], ["watch"] = Links[LinkKind.Overdue],
            ["address"] = await Queen.AddressToken(),
            ["logo"] = (await Queen.Logo()).Split('/')[^1],
        };
        var signed = await App.Sign((string)guest["waiver_url"]!, "Ben Cole");
        All = [
            .. App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .SelectMany(endpoint => EndpointsOf(endpoint, waiver, signed))];
        await App.Rest();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A client without cookies that does not follow redirects.</summary>
    public HttpClient Anonymous() => App.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    private Guid SubjectOf(LinkKind kind) =>
        kind is LinkKind.StopDaily or LinkKind.StopReminders or LinkKind.StopWaiverReminders
            ? MailboxId.Of($"sam@{Queen.Slug}.example")
            : Charter.CharterId;

    private async Task<string> Link(LinkKind kind, Guid person) => kind is LinkKind.Presence or LinkKind.Overdue
        ? (await Charter.LinkWithCode(kind, person, TimeSpan.FromDays(30))).Token
        : await App.In(services => services.GetRequiredService<SignedLinks>()
            .Issue(kind, Queen.OperatorId, SubjectOf(kind), person, App.Clock.GetUtcNow().AddDays(30)));
}
