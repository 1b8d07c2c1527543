using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>One date of a planned series: its plan, why it is not possible, and its warnings.</summary>
public sealed record SeriesDate(Plan Plan, LocalizedText? Forbidden, IReadOnlyList<Warning> Warnings);

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
        ? new("{0:ddd d MMM}: {1}", date, forbidden)
        : new("{0:ddd d MMM} is not one of these dates. Look at them again.", date);
}

/// <summary>Reads how a charter is to be repeated, and checks every date.</summary>
public sealed class SeriesReader(AppDbContext db, PlanReader reader, Overlaps overlaps, TimeProvider clock)
{
    public async Task<SeriesPlan> Read(Viewer viewer, Charter charter, Input input)
    {
        var weekly = Weekly.Read(input, charter.Date);
        var requested = await reader.Read(viewer, Input.Empty(), charter);
        var captain = charter.CaptainId is { } id
            && await db.Members.FindAsync(viewer.OperatorId, id) is { CanSignIn: true } member
            && member.Is(CrewRole.Captain)
            ? member
            : null;
        if (requested.Vessel!.ArchivedAt is not null)
            input.Error("dates",
                new LocalizedText("{0} is archived. Plan the next charters on another vessel.", requested.Vessel.Name));
        if (input.Refusal is not null) return new(requested, captain, []);
        var (schedule, where) = (requested.Type?.Schedule, requested.Where);
        var plans = weekly.Dates.Select(date => charter.PlanOn(date, schedule, where.Port, where.Zone)).ToList();
        var others = await overlaps.Around(requested.Vessel, captain, plans);
        var today = LocalTime.DateOf(clock.GetUtcNow(), where.Zone);
        return new(requested, captain,
            [
                .. plans.Select((plan, i) =>
                    new SeriesDate(plan, Forbidden(plan, plans.ElementAtOrDefault(i - 1)), Warnings(plan))),
            ]);

        LocalizedText? Forbidden(Plan plan, Plan? before) =>
            plan.Date < today
                ? "That day is over."
            : plan.Departure is null && schedule?.Anchor == DepartureRule.Sunset
                ? "The sun does not set there that day. Plan it by itself, with a time."
            : before is not null && Overlaps.Meet(before, plan, Overlaps.Turnaround(requested.Vessel))
                ? new("{0} is not back from the date before.", requested.Vessel.Name)
            : Overlaps.Clash(requested.Vessel, plan, others)?.Message;

        IReadOnlyList<Warning> Warnings(Plan plan) =>
        [
            .. charter.DoubtsOn(plan.Date, schedule, where.Zone).Select(doubt => new Warning("clocks_change", doubt)),
            .. captain is null ? [] : Overlaps.Elsewhere(viewer, [captain], plan, others),
        ];
    }
}
