using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Checklists;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>Repeats a charter weekly: creates a charter for every chosen date, or none at all.</summary>
public sealed class SeriesActions(AppDbContext db, Change change, SeriesReader reader, TypeChecklists lists)
{
    public Task<Outcome> Repeat(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.PlanCharters) is { } refusal) return refusal;
        var series = await reader.Read(viewer, charter, input);
        var chosen = series.Chosen(input);
        var captain = input.Flag("assign_captain", true, whenCleared: true) ? series.Captain : null;
        var publish = input.Flag("publish", false);
        if (input.Refusal is { } invalid) return invalid;
        if (chosen.Count == 0) return Refusal.Conflict("no_date_free", "None of these dates is free.");
        if (charter.JoinSeries(charter.SeriesId ?? Guid.CreateVersion7()) is { } refused) return refused;
        foreach (var date in chosen) await Add(charter.SeriesId!.Value, date, series, captain, publish, actor);
        return Outcome.New(id) with { Warnings = [.. chosen.SelectMany(date => date.Warnings)] };
    });

    private async Task Add(
        Guid seriesId, SeriesDate date, SeriesPlan series, Member? captain, bool publish, Actor actor)
    {
        var charter = new Charter(db.OperatorId, date.Plan, series.Requested.Where.Zone.Id, series.Requested.Type);
        charter.JoinSeries(seriesId);
        if (captain is not null) charter.AppointCaptain(captain, actor);
        if (publish) charter.Publish(actor);
        await db.AddAsync(charter);
        await lists.Sync(charter, series.Requested.Type);
    }
}
