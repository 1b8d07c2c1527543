using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions;

/// <summary>Repeating a charter weekly: every date chosen becomes a charter of its own, or none does.</summary>
public sealed class SeriesActions(ShipDb db, Change change, SeriesReader reader, TypeChecklists lists)
{
    public Task<Outcome> Repeat(Viewer viewer, Guid id, Input input) => change.Run(input, async by =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.PlanCharters) is { } no) return no;
        var series = await reader.Read(viewer, charter, input);
        var chosen = series.Chosen(input);
        var captain = input.Flag("assign_captain", true, usual: true) ? series.Captain : null;
        var publish = input.Flag("publish", false);
        if (input.Refusal is { } bad) return bad;
        if (chosen.Count == 0) return Refusal.Conflict("no_date_free", "None of these dates is free.");
        if (charter.JoinSeries(charter.SeriesId ?? Guid.CreateVersion7()) is { } late) return late;
        foreach (var date in chosen) await Add(charter.SeriesId!.Value, date, series, captain, publish, by);
        return Outcome.New(id) with { Warnings = [.. chosen.SelectMany(date => date.Warnings)] };
    });

    private async Task Add(Guid seriesId, SeriesDate date, Series series, Member? captain, bool publish, By by)
    {
        var charter = new Charter(db.OperatorId, date.Plan, series.Asked.Where.Zone.Id, series.Asked.Type);
        charter.JoinSeries(seriesId);
        if (captain is not null) charter.AppointCaptain(captain, by);
        if (publish) charter.Publish(by);
        await db.AddAsync(charter);
        await lists.Bring(charter, series.Asked.Type);
    }
}
