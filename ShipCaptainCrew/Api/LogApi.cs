using System.Globalization;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Log;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>The audit log of a charter, newest first. Only the office sees from where something was done.</summary>
internal static class LogApi
{
    public static void MapLog(this RouteGroupBuilder api) =>
        api.MapGet("/events/{id:guid}/log", OfCharter)
            .WithName("listCharterLog")
            .WithSummary("Lists who did what and when, newest first")
            .TakesQuery<SliceQuery>().Refuses(403).Produces<Listing<LogJson>>();

    private static async Task<IResult> OfCharter(
        Guid id, HttpRequest request, Viewer viewer, CharterLog log, IStringLocalizer<Text> localizer)
    {
        var query = request.ReadQuery();
        var slice = Slice.Read(query, key => Seq(key) is not null);
        var (lines, refusal) = await log.Read(viewer, id, Seq(slice.After) ?? long.MaxValue, slice.Limit + 1);
        if ((refusal ?? query.Refusal) is { } forbidden) return new Refused(forbidden);
        return Results.Ok(
            slice.Of(lines!, line => line.Seq.ToString(CultureInfo.InvariantCulture))
                .As(line => LogJson.Of(line, localizer)));
    }

    private static long? Seq(string? key) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : null;
}
