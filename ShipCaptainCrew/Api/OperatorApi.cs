using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Endpoints of the operator's settings: read by members, changed by an owner.</summary>
internal static class OperatorApi
{
    public static void MapOperator(this RouteGroupBuilder api)
    {
        api.MapGet("/operator", Read)
            .WithName("getOperator")
            .WithSummary("Gets the operator and its settings")
            .Produces<OperatorJson>();
        api.MapPut("/operator", Change)
            .WithName("updateOperator")
            .WithSummary("Changes the given settings")
            .Takes<OperatorBody>().Produces<OperatorJson>();
        api.MapPut("/operator/logo", ChangeLogo)
            .WithName("updateOperatorLogo")
            .WithSummary("Changes the logo on guests' pages")
            .Takes<LogoBody>(whole: true).Produces<OperatorJson>();
        api.MapDelete("/operator/logo", RemoveLogo)
            .WithName("removeOperatorLogo")
            .WithSummary("Removes the logo")
            .Produces(204);
    }

    private static async Task<IResult> Read(Viewer viewer, AppDbContext db) => Results.Ok(await View(viewer, db));

    private static async Task<IResult> Change(
        HttpRequest request, Viewer viewer, SettingsActions settings, AppDbContext db) =>
        await (await settings.Change(viewer, await request.ReadJson()))
            .Answer(async _ => await View(viewer, db), _ => ApiAddresses.Operator);

    private static async Task<IResult> ChangeLogo(
        HttpRequest request, Viewer viewer, LogoActions logos, AppDbContext db) =>
        await (await logos.Change(viewer, await request.ReadJson()))
            .Answer(async _ => await View(viewer, db), _ => ApiAddresses.Operator);

    private static async Task<IResult> RemoveLogo(HttpRequest request, Viewer viewer, LogoActions logos) =>
        (await logos.Remove(viewer, await request.ReadJson())).Gone();

    private static async Task<OperatorJson?> View(Viewer viewer, AppDbContext db)
    {
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == viewer.OperatorId);
        return OperatorJson.Of(theOperator, await db.Orders(), viewer.May(Right.KeepOrders));
    }
}
