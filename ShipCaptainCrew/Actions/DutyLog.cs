using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Actions;

/// <summary>A duty of the schedule with what became of it lately, newest first.</summary>
public sealed record DutyLine(RosterLine Duty, IReadOnlyList<DutyRun> Runs)
{
    public DutyRun? Last => Runs.Count > 0 ? Runs[0] : null;
}

/// <summary>What happened by itself for an operator, and for the house it lives in.</summary>
public sealed class DutyLog(ShipDb db, IRoster roster)
{
    private const int Lately = 10;

    /// <summary>When the schedule was last gone through (UTC).</summary>
    public DateTimeOffset? LastTick => roster.LastTick;

    public async Task<IReadOnlyList<DutyLine>> Of(Viewer viewer)
    {
        var lines = new List<DutyLine>();
        foreach (var duty in roster.Lines) lines.Add(new(duty, await Runs(duty, duty.IsOfTheHouse ? Guid.Empty : viewer.OperatorId)));
        return lines;
    }

    private Task<List<DutyRun>> Runs(RosterLine duty, Guid operatorId) => db.Set<DutyRun>().AsNoTracking()
        .Where(run => run.OperatorId == operatorId && run.Duty == duty.Name && run.State != RunState.Before).OrderByDescending(run => run.Occurrence).Take(Lately).ToListAsync();
}
