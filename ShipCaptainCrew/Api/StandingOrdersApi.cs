using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Endpoints of the standing orders.</summary>
internal static class StandingOrdersApi
{
    public static void MapStandingOrders(this RouteGroupBuilder api)
    {
        api.MapGet("/standing-orders", Read)
            .WithName("getStandingOrders")
            .WithSummary("Gets the standing orders")
            .Refuses(403).Produces<StandingOrdersJson>();
        api.MapPut("/standing-orders", Change)
            .WithName("updateStandingOrders")
            .WithSummary("Changes the given fields")
            .Takes<StandingOrdersBody>().Produces<StandingOrdersJson>();
    }

    private static async Task<IResult> Read(Viewer viewer, AppDbContext db) =>
        viewer.MayNot(Right.KeepOrders) is { } refusal
            ? new Refused(refusal)
            : Results.Ok(StandingOrdersJson.Of(await db.Orders()));

    private static async Task<IResult> Change(
        HttpRequest request, Viewer viewer, SettingsActions settings, AppDbContext db) =>
        await (await settings.Change(viewer, await request.ReadJson()))
            .Answer(async _ => StandingOrdersJson.Of(await db.Orders()), _ => ApiAddresses.StandingOrders);
}
