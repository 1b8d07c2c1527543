using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Log;

/// <summary>One entry of the log, with the name of who did it as it is today.</summary>
public sealed record LogLine
{
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Kind { get; init; }

    public required Guid? MemberId { get; init; }

    public required string? Name { get; init; }

    public required Guid SubjectId { get; init; }

    public required Guid? CharterId { get; init; }

    public required JsonElement Facts { get; init; }

    /// <summary>
    /// Done with a link, without signing in: by a guest, by the shore contact, or by a member from a letter.
    /// </summary>
    public bool ByLink { get; init; }

    /// <summary>The event as it was raised; null where its facts can't be read as one.</summary>
    public DomainEvent? Event => LogFacts.Read(Kind, Facts);

    /// <summary>
    /// From where; null where it was the ship's clock, is not known, or is not for the reader to know.
    /// </summary>
    public LogOrigin? From { get; init; }
}

/// <summary>From where something was done.</summary>
/// <param name="Device">The browser or program of the sign-in, in few words; null without one.</param>
/// <param name="Address">The network address; null where none was seen.</param>
public sealed record LogOrigin(LocalizedText? Device, string? Address);

/// <summary>The log, a charter's or the operator's whole, newest first.</summary>
public sealed class CharterLog(AppDbContext db)
{
    /// <param name="before">Only entries older than this number.</param>
    public async Task<(IReadOnlyList<LogLine>? Lines, Refusal? Refusal)> Read(
        Viewer viewer, Guid charterId, long before, int count)
    {
        if (await db.Charter(viewer, charterId) is not { } charter) return (null, Refusal.NotFound());
        if (viewer.MayNot(Right.SeeLog, charter) is { } refusal) return (null, refusal);
        return (
            await Lines(db.Log.Where(entry => entry.CharterId == charterId && entry.Seq < before), count,
                viewer.May(Right.SeeOrigins)),
            null);
    }

    /// <summary>The last edits of a charter's own fields, one for each version.</summary>
    public Task<IReadOnlyList<LogLine>> Edits(Charter charter, int count) =>
        Lines(db.Log.Where(entry => entry.CharterId == charter.Id && entry.Kind == CharterChanged.LogKind), count);

    /// <summary>What happened in the whole operator, as far as it is asked for.</summary>
    public async Task<(IReadOnlyList<LogLine>? Lines, Refusal? Refusal)> Search(
        Viewer viewer, LogSearch search, long before, int count) =>
        viewer.MayNot(Right.SeeWholeLog) is { } refusal
            ? (null, refusal)
            : (
                await Lines(search.In(db.Log.Where(entry => entry.Seq < before), viewer.Zone), count,
                    viewer.May(Right.SeeOrigins)),
                null);

    private async Task<IReadOnlyList<LogLine>> Lines(IQueryable<LogEntry> entries, int count, bool tellsWhence = false)
    {
        var rows = await (
            from entry in entries.AsNoTracking()
            join member in db.Members on entry.MemberId equals member.Id into members
            from member in members.DefaultIfEmpty()
            join session in db.Set<Session>() on entry.SessionId equals session.Id into sessions
            from session in sessions.DefaultIfEmpty()
            orderby entry.Seq descending
            select new { entry, Name = member == null ? null : member.Name, session }).Take(count).ToListAsync();
        return [
            .. rows.Select(
                row =>
                    Line(row.entry, row.Name) with { From = tellsWhence ? OriginOf(row.entry, row.session) : null })];
    }

    private static LogLine Line(LogEntry entry, string? name) =>
        new()
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
