using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions.Charters;

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
                ? "That day is in the past."
            : plan.Departure is null && schedule?.Anchor == DepartureRule.Sunset
                ? "The sun does not set there that day. Plan it separately, with a time."
            : before is not null && Overlaps.Meet(before, plan, Overlaps.Turnaround(requested.Vessel))
                ? new("{0} is not back from the previous date.", requested.Vessel.Name)
            : Overlaps.Clash(requested.Vessel, plan, others)?.Message;

        IReadOnlyList<Warning> Warnings(Plan plan) =>
        [
            .. charter.ClockChangeNotesOn(plan.Date, schedule, where.Zone)
                .Select(note => new Warning("clocks_change", note)),
            .. captain is null ? [] : Overlaps.Elsewhere(viewer, [captain], plan, others),
        ];
    }
}
