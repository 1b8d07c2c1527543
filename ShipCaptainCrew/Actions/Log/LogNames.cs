using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Actions.Log;

/// <summary>Current names of what log entries refer to. Two queries, whatever the number of entries.</summary>
public sealed class LogNames
{
    private readonly Dictionary<Guid, string> names;
    private readonly Dictionary<Guid, LoggedCharter> charters;

    private LogNames(Dictionary<Guid, string> names, Dictionary<Guid, LoggedCharter> charters) =>
        (this.names, this.charters) = (names, charters);

    /// <summary>Null when it no longer exists.</summary>
    public string? Of(Guid id) => names.GetValueOrDefault(id);

    /// <summary>The charter an entry is about; null when there is none or its draft was removed.</summary>
    public LoggedCharter? CharterOf(LogLine line) => line.CharterId is { } id ? charters.GetValueOrDefault(id) : null;

    public static async Task<LogNames> In(AppDbContext db, IReadOnlyList<LogLine> lines)
    {
        var ids = lines.SelectMany(IdsNamedIn).Distinct().ToList();
        var charterIds = lines.Select(line => line.CharterId).OfType<Guid>().Distinct().ToList();
        var names = await db.Members.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name })
            .Concat(db.Vessels.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Details.Name }))
            .Concat(db.CharterTypes.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name }))
            .Concat(db.ChecklistTemplates.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name }))
            .Concat(db.WaiverTemplates.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name }))
            .Concat(db.Checklists.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name }))
            .Concat(
                db.Set<ChecklistItem>().Where(row => ids.Contains(row.Id))
                    .Select(row => new { row.Id, Name = row.Text }))
            .Concat(db.Guests.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name }))
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        var charters = await LoggedCharter.Of(db.Charters.Where(row => charterIds.Contains(row.Id)))
            .ToDictionaryAsync(row => row.Id);
        return new(names, charters);
    }

    /// <summary>The entry's subject, and the member or vessel that its sentence also names.</summary>
    private static IEnumerable<Guid> IdsNamedIn(LogLine line) => line.Event switch
    {
        RoleClaimed claimed => [line.SubjectId, claimed.MemberId],
        RoleConfirmed confirmed => [line.SubjectId, confirmed.MemberId],
        RoleReleased released => [line.SubjectId, released.MemberId],
        DefectRaised raised => [line.SubjectId, raised.VesselId],
        DefectClosed closed => [line.SubjectId, closed.VesselId],
        _ => [line.SubjectId],
    };
}
