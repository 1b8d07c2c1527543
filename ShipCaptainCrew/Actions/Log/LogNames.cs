using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Actions.Log;

/// <summary>What log entries speak of, by the names it has today. Read by two queries, however much there is.</summary>
public sealed class LogNames
{
    private readonly Dictionary<Guid, string> things;
    private readonly Dictionary<Guid, LoggedCharter> charters;

    private LogNames(Dictionary<Guid, string> things, Dictionary<Guid, LoggedCharter> charters) =>
        (this.things, this.charters) = (things, charters);

    /// <summary>Null where it is there no more.</summary>
    public string? Of(Guid id) => things.GetValueOrDefault(id);

    /// <summary>The charter an entry is about; null where there is none, or it was a draft and is removed.</summary>
    public LoggedCharter? CharterOf(LogLine line) => line.CharterId is { } id ? charters.GetValueOrDefault(id) : null;

    public static async Task<LogNames> In(AppDbContext db, IReadOnlyList<LogLine> lines)
    {
        var ids = lines.SelectMany(SpokenOf).Distinct().ToList();
        var charterIds = lines.Select(line => line.CharterId).OfType<Guid>().Distinct().ToList();
        var things = await db.Members.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name })
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
        var charters = await db.Charters.IgnoreAutoIncludes().Where(row => charterIds.Contains(row.Id))
            .Select(row => new LoggedCharter(row.Id, row.Title, row.Date, row.TimeZone))
            .ToDictionaryAsync(row => row.Id);
        return new(things, charters);
    }

    /// <summary>Its subject, and the member or vessel that its sentence names besides.</summary>
    private static IEnumerable<Guid> SpokenOf(LogLine line) => line.Event switch
    {
        RoleClaimed claimed => [line.SubjectId, claimed.MemberId],
        RoleConfirmed confirmed => [line.SubjectId, confirmed.MemberId],
        RoleReleased released => [line.SubjectId, released.MemberId],
        DefectRaised raised => [line.SubjectId, raised.VesselId],
        DefectClosed closed => [line.SubjectId, closed.VesselId],
        _ => [line.SubjectId],
    };
}

/// <summary>A charter as a line of the log names it.</summary>
public sealed record LoggedCharter(Guid Id, string Title, DateOnly Date, string TimeZone)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
