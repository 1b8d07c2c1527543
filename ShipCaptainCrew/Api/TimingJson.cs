using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Actions.Charters;

namespace ShipCaptainCrew.Api;

internal sealed record TimingJson
{
    public required string TimeZone { get; init; }

    public required DateTimeOffset? CallTime { get; init; }

    public required DateTimeOffset? BoardingTime { get; init; }

    public required DateTimeOffset? DepartureTime { get; init; }

    public required DateTimeOffset? ReturnTime { get; init; }

    public required DateTimeOffset? ActualDeparture { get; init; }

    public required DateTimeOffset? ActualReturn { get; init; }

    public required DateTimeOffset? Sunrise { get; init; }

    public required DateTimeOffset? Sunset { get; init; }

    public required DateTimeOffset? CivilDusk { get; init; }

    public required IEnumerable<WarningJson> Warnings { get; init; }

    public static TimingJson Of(CharterView view, DateTimeOffset now, IStringLocalizer<Text> localizer)
    {
        var (c, sun) = (view.Charter, view.Sun);
        return new()
        {
            TimeZone = c.TimeZone,
            CallTime = c.CallTime,
            BoardingTime = c.BoardingTime,
            DepartureTime = c.Departure,
            ReturnTime = c.Return,
            ActualDeparture = c.ActualDeparture,
            ActualReturn = c.ActualReturn,
            Sunrise = sun.Sunrise,
            Sunset = sun.Sunset,
            CivilDusk = sun.CivilDusk,
            Warnings = WarningJson.Of(view.TimingWarnings(now), localizer),
        };
    }
}
