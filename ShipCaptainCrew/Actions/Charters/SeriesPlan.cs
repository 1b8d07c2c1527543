using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>The charters that repeating a charter would create, date by date.</summary>
/// <param name="Captain">The charter's captain; null when they may no longer sail as captain.</param>
public sealed record SeriesPlan(RequestedPlan Requested, Member? Captain, IReadOnlyList<SeriesDate> Dates)
{
    /// <summary>The chosen dates, or all possible dates when none are given.</summary>
    public IReadOnlyList<SeriesDate> Chosen(Input input)
    {
        var free = Dates.Where(date => date.Forbidden is null).ToList();
        if (input.Refusal is not null || input.Dates("dates") is not { } chosen) return free;
        if (chosen.Count == 0) input.Error("dates", "Choose at least one date.");
        foreach (var date in chosen.Except(free.Select(date => date.Plan.Date))) input.Error("dates", Why(date));
        return [.. free.Where(date => chosen.Contains(date.Plan.Date))];
    }

    private LocalizedText Why(DateOnly date) =>
        Dates.FirstOrDefault(other => other.Plan.Date == date)?.Forbidden is { } forbidden
        ? new("{0}: {1}", TimeText.Day(date), forbidden)
        : new("{0} is not one of these dates. Check them again.", TimeText.Day(date));
}
