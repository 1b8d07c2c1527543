using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>Base of the pages with the charter form: its options and the values derived for blank fields.</summary>
public abstract partial class PlanPage(
    AppDbContext db, PlanReader reader, PlanWarnings planWarnings, CrewList crewList, Overlaps overlaps)
    : AppPage
{
    private List<Member> members = [];
    private Dictionary<string, string?> currentValues = [];

    protected AppDbContext Db => db;

    /// <summary>
    /// Who is emailed if the date, a time, the vessel or the meeting point changes; null if nobody is. Guests are not
    /// told after lines off.
    /// </summary>
    public NoticeRecipients? Recipients { get; private set; }

    /// <summary>The charter being changed; null for a new one.</summary>
    public Charter? Charter { get; protected set; }

    /// <summary>The plan that saving the form as it stands would result in.</summary>
    public RequestedPlan Requested { get; private set; } = null!;

    /// <summary>Warnings about that plan, shown before it is saved.</summary>
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    /// <summary>How many checklists, with how many items, a newly chosen type would add.</summary>
    public (int Lists, int Items) Checklists { get; private set; }

    public IReadOnlyList<(string Value, string Text)> Vessels { get; private set; } = [];

    public IReadOnlyList<(string Value, string Text)> Types { get; private set; } = [];

    public bool IsTypeChanged => Requested.Type is not null && Requested.Type.Id != Charter?.CharterTypeId;

    /// <summary>Whether the return is before departure and could be on the next day.</summary>
    public bool AsksAboutNextDay => ErrorOf("return_time") == PlanReader.NextDayQuestion;

    /// <summary>The present time zone of the vessel, if the charter was planned in another; else null.</summary>
    public string? OtherZone { get; private set; }

    /// <summary>Whether the form asks if the time zone of a newly chosen vessel is meant.</summary>
    public bool AsksAboutZone => Requested.Vessel?.Id != Charter?.VesselId && OtherZone is not null;

    /// <summary>The version the user has seen; after a conflict the newer one, since its changes are shown.</summary>
    public string? SeenVersion =>
        Refusal?.Kind is RefusalKind.Stale ? $"{Charter!.Version}" : ValueOf("version", $"{Charter!.Version}");

    public string? CurrentValue(string field) => currentValues.GetValueOrDefault(field);

    /// <summary>A time input; a text input if the value has to include its date and offset.</summary>
    public string TimeType(string field) =>
        ErrorOf(field) is not null || ValueOf(field, CurrentValue(field))?.Length > 5 ? "text" : "time";

    /// <summary>A textarea if the value has several lines (the API allows them).</summary>
    public string TextType(string field) => CurrentValue(field)?.Contains('\n') == true ? "textarea" : "text";

    /// <summary>The members who are qualified for the role, and the present captain.</summary>
    public IEnumerable<(string Value, string Text)> Qualified(CrewRole role) => members
        .Where(member => (member.Is(role) && member.CanSignIn)
            || (role == CrewRole.Captain && member.Id == Charter?.CaptainId))
        .Select(member => (member.Id.ToString(), member.Name));

    /// <summary>
    /// Fills in the day of return if the person said that it is the next day, so that the form keeps the answer.
    /// </summary>
    protected static void FillInNextDay(Input input)
    {
        var typed = Input.Of(input.Given);
        if (!typed.Flag(PlanReader.NextDayField, false) || typed.Date("event_date", null) is not { } date) return;
        if (!typed.Has("return_date") || typed.IsBlank("return_date"))
            input.Given["return_date"] = WireTime.Text(date.AddDays(1));
    }

    /// <summary>Shows the form as typed with the derived values, without saving.</summary>
    protected Task<IActionResult> Fill(Input input)
    {
        Keep(input);
        return Show();
    }

    protected async Task<IActionResult> Show()
    {
        if (!Me.May(Right.PlanCharters)) return StatusCode(StatusCodes.Status403Forbidden);
        Requested = await reader.Read(Me, Input.Of(Typed?.DeepClone().AsObject() ?? []), Charter);
        var zone = (await reader.WhereIs(Requested.Vessel, Me)).Zone.Id;
        OtherZone = Charter is not null && zone != Charter.TimeZone ? zone : null;
        Warnings =
        [
            .. await planWarnings.At(Me, Requested, Charter),
            .. await crewList.Warnings(Me, ChosenCrew, Requested.Plan, Charter?.Id ?? default),
        ];
        if (IsDateKnown)
        {
            (VesselThatDay, CaptainThatDay) = await overlaps.OnDayOf(
                Me, Requested.Vessel, CaptainId, Requested, Charter?.Id ?? default);
        }

        var (typeNow, vesselNow) = (Charter?.CharterTypeId, Charter?.VesselId);
        var types = await db.CharterTypes.AsNoTracking().Where(row => row.ArchivedAt == null || row.Id == typeNow)
            .OrderBy(row => row.Name).ToListAsync();
        Types = [.. types.Select(type => (type.Id.ToString(), type.Name))];
        var vessels = await db.Vessels.AsNoTracking().Where(row => row.ArchivedAt == null || row.Id == vesselNow)
            .ToListAsync();
        Vessels =
        [
            .. vessels.OrderBy(vessel => vessel.Name, StringComparer.CurrentCulture)
                .Select(vessel => (vessel.Id.ToString(), vessel.Name)),
        ];
        members = await db.Members.AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Name)
            .ToListAsync();
        Checklists = await ChecklistsOf(Requested.Type);
        if (Charter is { IsOver: false, Status: not CharterStatus.Draft })
        {
            var recipients = await db.NoticeRecipients(Charter);
            Recipients = Charter.HasSailed ? recipients.CrewOnly() : recipients;
        }

        if (Charter is not null)
            currentValues = CharterFields.Of(Charter, types.Find(type => type.Id == Charter.CharterTypeId)?.Name);
        return Page();
    }

    private async Task<(int Lists, int Items)> ChecklistsOf(CharterType? type)
    {
        if (type is null || !IsTypeChanged) return default;
        var counts = await db.ChecklistTemplates.AsNoTracking()
            .Where(row => type.ChecklistTemplateIds.Contains(row.Id) && row.ArchivedAt == null)
            .ToListAsync();
        return (counts.Count, counts.Sum(list => list.Items.Count));
    }
}
