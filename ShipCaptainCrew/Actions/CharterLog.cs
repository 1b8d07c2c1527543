using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions;

/// <summary>One entry of the log, with the name of who did it as it is today.</summary>
public sealed record LogLine(long Seq, DateTimeOffset At, string Kind, Guid? MemberId, string? Name, Guid SubjectId, Guid? CharterId, JsonElement Facts);

/// <summary>The log, a charter's or the operator's whole, newest first.</summary>
public sealed class CharterLog(ShipDb db)
{
    /// <param name="before">Only entries older than this number.</param>
    public async Task<(IReadOnlyList<LogLine>? Lines, Refusal? Refusal)> Read(Viewer viewer, Guid charterId, long before, int count)
    {
        if (await db.Charter(viewer, charterId) is not { } charter) return (null, Refusal.NotFound());
        if (viewer.MayNot(Right.SeeLog, charter) is { } no) return (null, no);
        return (await Lines(db.Log.Where(entry => entry.CharterId == charterId && entry.Seq < before), count), null);
    }

    /// <summary>The last edits of a charter's own fields, one for each version.</summary>
    public Task<IReadOnlyList<LogLine>> Edits(Charter charter, int count) =>
        Lines(db.Log.Where(entry => entry.CharterId == charter.Id && entry.Kind == "charter.changed"), count);

    /// <summary>What happened in the whole operator, as far as it is asked for.</summary>
    public async Task<(IReadOnlyList<LogLine>? Lines, Refusal? Refusal)> Search(Viewer viewer, LogSearch search, long before, int count) =>
        viewer.MayNot(Right.SeeWholeLog) is { } no ? (null, no) : (await Lines(search.In(db.Log.Where(entry => entry.Seq < before), viewer.Zone), count), null);

    private async Task<IReadOnlyList<LogLine>> Lines(IQueryable<LogEntry> entries, int count)
    {
        var rows = await (
            from entry in entries.AsNoTracking()
            join member in db.Members on entry.MemberId equals member.Id into members
            from member in members.DefaultIfEmpty()
            orderby entry.Seq descending
            select new { entry, Name = member == null ? null : member.Name }).Take(count).ToListAsync();
        return [.. rows.Select(row => new LogLine(
            row.entry.Seq, row.entry.At, row.entry.Kind, row.entry.MemberId, row.Name, row.entry.SubjectId, row.entry.CharterId, JsonElement.Parse(row.entry.Facts)))];
    }
}
