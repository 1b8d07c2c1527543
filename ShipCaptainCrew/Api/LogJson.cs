using System.Text.Json;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Actions.Log;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

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
