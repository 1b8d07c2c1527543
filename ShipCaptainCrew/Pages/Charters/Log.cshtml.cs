using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>What happened on a charter, in words.</summary>
public sealed class LogPage(ShipDb db, CharterLog log) : CharterScreen(db)
{
    private const int OnePage = 100;
    private Dictionary<Guid, string> names = [];

    [BindProperty(Name = "before", SupportsGet = true)]
    public long Before { get; set; } = long.MaxValue;

    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Older { get; private set; }

    /// <summary>The entry as a sentence, with today's names for the ids it holds.</summary>
    public Words What(LogLine line) => line.Kind switch
    {
        "charter.created" => "Planned the charter",
        "charter.changed" => new Words("Changed {0}", Join(line.Facts.GetProperty("fields"))),
        "charter.published" => "Published it",
        "charter.cancelled" => "Cancelled it",
        "charter.joined_series" => "Put it into a weekly series",
        "role.claimed" => new Words("{0} is {1}", NameIn(line), RoleIn(line)),
        "role.confirmed" => new Words("{0} confirmed as {1}", NameIn(line), RoleIn(line)),
        "role.released" => new Words("{0} is no longer {1}", NameIn(line), RoleIn(line)),
        "checklist.started" => new Words("Added the checklist {0}", ListIn(line)),
        "checklist.removed" => "Took off a checklist that nobody had begun",
        "item.marked" => new Words("{0}: {1}", ItemIn(line), StateIn(line)),
        _ => line.Kind,
    };

    protected override async Task<IActionResult?> Prepare()
    {
        var (lines, refusal) = await log.Read(Me, Sheet.Charter.Id, Before, OnePage + 1);
        if (refusal is not null) return StatusCode(refusal.Status());
        names = await Db.Members.AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.Name);
        Lines = [.. lines!.Take(OnePage)];
        Older = lines!.Count > OnePage ? Lines[^1].Seq : null;
        return null;
    }

    private static string Join(JsonElement fields) => string.Join(", ", fields.EnumerateArray().Select(field => field.GetString()!.Replace('_', ' ')));

    private string NameIn(LogLine line) => names.GetValueOrDefault(line.Facts.GetProperty("member_id").GetGuid(), "");

    private static Words RoleIn(LogLine line) => Wire.TryRead<CrewRole>(line.Facts.GetProperty("role").GetString()!, out var role) ? role.Word() : "";

    private string ListIn(LogLine line) => Sheet.Checklists.FirstOrDefault(list => list.Id == line.SubjectId)?.Name ?? "";

    private string ItemIn(LogLine line) => Sheet.Checklists.SelectMany(list => list.Items).FirstOrDefault(item => item.Id == line.SubjectId)?.Text ?? "";

    private static Words StateIn(LogLine line) => Wire.TryRead<ItemState>(line.Facts.GetProperty("to").GetString()!, out var state) ? state.Word() : "";
}
