using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Actions;

/// <summary>What log entries speak of, by the names it has today. Read by two queries, however much there is.</summary>
public sealed class LogNames
{
    private readonly Dictionary<Guid, string> things;
    private readonly Dictionary<Guid, LoggedCharter> charters;

    private LogNames(Dictionary<Guid, string> things, Dictionary<Guid, LoggedCharter> charters) => (this.things, this.charters) = (things, charters);

    /// <summary>Null where it is there no more.</summary>
    public string? Of(Guid id) => things.GetValueOrDefault(id);

    /// <summary>The charter an entry is about; null where there is none, or it was a draft and is removed.</summary>
    public LoggedCharter? CharterOf(LogLine line) => line.CharterId is { } id ? charters.GetValueOrDefault(id) : null;

    public static async Task<LogNames> In(ShipDb db, IReadOnlyList<LogLine> lines)
    {
        var ids = lines.SelectMany(SpokenOf).Distinct().ToList();
        var charterIds = lines.Select(line => line.CharterId).OfType<Guid>().Distinct().ToList();
        var things = await db.Members.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name })
            .Concat(db.Vessels.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Details.Name }))
            .Concat(db.CharterTypes.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name }))
            .Concat(db.ChecklistTemplates.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name }))
            .Concat(db.WaiverTemplates.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name }))
            .Concat(db.Checklists.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name }))
            .Concat(db.Set<ChecklistItem>().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, Name = row.Text }))
            .Concat(db.Guests.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name }))
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        var charters = await db.Charters.IgnoreAutoIncludes().Where(row => charterIds.Contains(row.Id))
            .Select(row => new LoggedCharter(row.Id, row.Title, row.Date, row.TimeZone)).ToDictionaryAsync(row => row.Id);
        return new(things, charters);
    }

    /// <summary>Its subject, and whom or which boat its facts name.</summary>
    private static IEnumerable<Guid> SpokenOf(LogLine line)
    {
        yield return line.SubjectId;
        foreach (var name in new[] { "member_id", "vessel_id" })
        {
            if (line.Facts.TryGetProperty(name, out var fact) && fact.TryGetGuid(out var id)) yield return id;
        }
    }
}

/// <summary>A charter as a line of the log names it.</summary>
public sealed record LoggedCharter(Guid Id, string Title, DateOnly Date, string TimeZone)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
