using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Log;

/// <summary>Reads the audit log of one charter or of the whole operator, newest first.</summary>
public sealed class CharterLog(AppDbContext db)
{
    /// <param name="before">Only entries with a lower sequence number.</param>
    public async Task<(IReadOnlyList<LogLine>? Lines, Refusal? Refusal)> Read(
        Viewer viewer, Guid charterId, long before, int count)
    {
        if (await db.Charter(viewer, charterId) is not { } charter) return (null, Refusal.NotFound());
        if (viewer.MayNot(Right.SeeLog, charter) is { } refusal) return (null, refusal);
        var entries = db.Log.Where(entry => entry.CharterId == charterId && entry.Seq < before);
        return (await Lines(entries, count, viewer.May(Right.SeeOrigins)), null);
    }

    /// <summary>The latest edits of a charter's fields, one for each version.</summary>
    public Task<IReadOnlyList<LogLine>> Edits(Charter charter, int count) =>
        Lines(db.Log.Where(entry => entry.CharterId == charter.Id && entry.Kind == CharterChanged.LogKind), count);

    /// <summary>The operator's log entries that match a search.</summary>
    public async Task<(IReadOnlyList<LogLine>? Lines, Refusal? Refusal)> Search(
        Viewer viewer, LogSearch search, long before, int count)
    {
        if (viewer.MayNot(Right.SeeWholeLog) is { } refusal) return (null, refusal);
        var entries = search.In(db.Log.Where(entry => entry.Seq < before), db.Log, viewer.Zone);
        return (await Lines(entries, count, viewer.May(Right.SeeOrigins)), null);
    }

    private async Task<IReadOnlyList<LogLine>> Lines(IQueryable<LogEntry> entries, int count, bool showsOrigins = false)
    {
        var rows = await (
            from entry in entries.AsNoTracking()
            join member in db.Members on entry.MemberId equals member.Id into members
            from member in members.DefaultIfEmpty()
            join session in db.Set<Session>() on entry.SessionId equals session.Id into sessions
            from session in sessions.DefaultIfEmpty()
            orderby entry.Seq descending
            select new { entry, Name = member == null ? null : member.Name, session }).Take(count).ToListAsync();
        return
        [
            .. rows.Select(row => Line(row.entry, row.Name) with
            {
                From = showsOrigins ? OriginOf(row.entry, row.session) : null,
            }),
        ];
    }

    private static LogLine Line(LogEntry entry, string? name) => new()
    {
        Seq = entry.Seq,
        At = entry.At,
        Kind = entry.Kind,
        MemberId = entry.MemberId,
        Name = name,
        SubjectId = entry.SubjectId,
        CharterId = entry.CharterId,
        Facts = JsonElement.Parse(entry.Facts),
        ByLink = entry.IsByLink,
    };

    private static LogOrigin? OriginOf(LogEntry entry, Session? session) =>
        session is null && entry.Address is null ? null : new(session?.Describe(), entry.Address);
}
