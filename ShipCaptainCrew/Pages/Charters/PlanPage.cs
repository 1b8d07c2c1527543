using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>
/// The form of a charter's own fields: what there is to choose from, and what follows from the fields left blank.
/// </summary>
public abstract class PlanPage(AppDbContext db, PlanReader reader, PlanWarnings planWarnings, CrewList crewList)
    : AppPage
{
    private List<Member> members = [];
    private Dictionary<string, string?> now = [];

    protected AppDbContext Db => db;

    /// <summary>The charter being changed; null where it is a new one.</summary>
    public Charter? Charter { get; protected set; }

    /// <summary>What would be kept of the form as it stands.</summary>
    public RequestedPlan Asked { get; private set; } = null!;

    /// <summary>What of it is worth a second look before it is saved.</summary>
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    /// <summary>Names of the checklists that the type would bring.</summary>
    public IReadOnlyList<string> Checklists { get; private set; } = [];

    public IReadOnlyList<(string Value, string Text)> Vessels { get; private set; } = [];

    public IReadOnlyList<(string Value, string Text)> Types { get; private set; } = [];

    public bool IsRetyped => Asked.Type is not null && Asked.Type.Id != Charter?.CharterTypeId;

    /// <summary>The places beside the captain's that the type, or the house's usual manning, has.</summary>
    public IEnumerable<CrewRole> Positions =>
        (Asked.Type?.Roles ?? new()).Roles.Where(role => role != CrewRole.Captain);

    /// <summary>The version the editor has before them: what they are told of a newer one, they have seen.</summary>
    public string? Seen =>
        Refusal?.Kind is RefusalKind.Stale ? $"{Charter!.Version}" : ValueOf("version", $"{Charter!.Version}");

    public string? Now(string field) => now.GetValueOrDefault(field);

    /// <summary>A time is picked from the browser's clock; one that needs its offset said is typed.</summary>
    public string TimeType(string field) =>
        ErrorOf(field) is not null || ValueOf(field, Now(field))?.Length > 5 ? "text" : "time";

    /// <summary>A text that a program wrote in several lines keeps them.</summary>
    public string TextType(string field) => Now(field)?.Contains('\n') == true ? "textarea" : "text";

    /// <summary>Only the qualified are offered, and whoever has the place already.</summary>
    public IEnumerable<(string Value, string Text)> Qualified(CrewRole role) => members
        .Where(
            member => (member.Is(role) && member.CanSignIn)
                || (role == CrewRole.Captain && member.Id == Charter?.CaptainId))
        .Select(member => (member.Id.ToString(), member.Name));

    /// <summary>
    /// Who would be aboard by the form as it stands: the chosen captain, and beside them the chosen crew or those
    /// aboard already.
    /// </summary>
    private IEnumerable<Guid> Chosen =>
        from id in Positions.Select((_, i) => ValueOf($"crew[{i}].member_id", null))
            .Append(ValueOf("captain_id", $"{Charter?.CaptainId}"))
            .Concat(
                Charter?.Positions.Where(position => position.Role != CrewRole.Captain)
                    .Select(position => $"{position.MemberId}")
                    ?? [])
        where Guid.TryParse(id, out _)
        select Guid.Parse(id);

    /// <summary>Shows the form as it was typed, with what follows from it; nothing is kept.</summary>
    protected Task<IActionResult> Fill(Input input)
    {
        Keep(input);
        return Show();
    }

    protected async Task<IActionResult> Show()
    {
        if (!Me.May(Right.PlanCharters)) return StatusCode(StatusCodes.Status403Forbidden);
        Asked = await reader.Read(Me, Input.Of(Typed?.DeepClone().AsObject() ?? []), Charter);
        Warnings = [.. await planWarnings.At(Me, Asked, Charter),
            .. await crewList.Warnings(Me, Chosen, Asked.Plan, Charter?.Id ?? default)];
        var (typeNow, vesselNow) = (Charter?.CharterTypeId, Charter?.VesselId);
        var types = await db.CharterTypes.AsNoTracking().Where(row => row.ArchivedAt == null || row.Id == typeNow)
            .OrderBy(row => row.Name).ToListAsync();
        Types = [.. types.Select(type => (type.Id.ToString(), type.Name))];
        Vessels = [
            .. (await db.Vessels.AsNoTracking().Where(row => row.ArchivedAt == null || row.Id == vesselNow)
                .ToListAsync())
            .OrderBy(vessel => vessel.Name, StringComparer.CurrentCulture)
            .Select(vessel => (vessel.Id.ToString(), vessel.Name))];
        members = await db.Members.AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Name)
            .ToListAsync();
        Checklists = await ChecklistsOf(Asked.Type);
        if (Charter is not null)
            now = CharterFields.Of(Charter, types.Find(type => type.Id == Charter.CharterTypeId)?.Name);
        return Page();
    }

    private async Task<IReadOnlyList<string>> ChecklistsOf(CharterType? type)
    {
        if (type is null || !IsRetyped) return [];
        var names = await db.ChecklistTemplates.AsNoTracking()
            .Where(row => type.ChecklistTemplateIds.Contains(row.Id) && row.ArchivedAt == null)
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        return [.. type.ChecklistTemplateIds.Where(names.ContainsKey).Select(id => names[id])];
    }
}
