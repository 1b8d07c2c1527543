using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Actions.Log;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>The audit log of a charter, newest first. Only the office sees from where something was done.</summary>
internal static class LogApi
{
    public static void MapLog(this RouteGroupBuilder api) =>
        api.MapGet("/events/{id:guid}/log", OfCharter)
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

internal sealed record LogJson
{
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Kind { get; init; }

    public required Holder? By { get; init; }

    public required Guid SubjectId { get; init; }

    public required JsonElement Facts { get; init; }

    public required bool ByLink { get; init; }

    public required RequestOriginJson? From { get; init; }

    public static LogJson Of(LogLine line, IStringLocalizer localizer) => new()
    {
        Seq = line.Seq,
        At = line.At,
        Kind = line.Kind,
        By = line.MemberId is { } member ? new(member, line.Name ?? "") : null,
        SubjectId = line.SubjectId,
        Facts = line.Facts,
        ByLink = line.ByLink,
        From = line.From is { } from
            ? new(from.Device is { } device ? localizer.Say(device) : null, from.Address)
            : null,
    };
}

internal sealed record RequestOriginJson(string? Device, string? Address);
