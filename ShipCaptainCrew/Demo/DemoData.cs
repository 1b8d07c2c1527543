using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Demo;

/// <summary>The reference data of the demo operator: people, boats, checklists and charter types.</summary>
internal sealed class DemoData
{
    private readonly StandardSet standard;
    private readonly ChecklistTemplate ashes;

    public DemoData()
    {
        standard = StandardSet.For(Operator.Id, source => WaiverHtml.Of(source).Html);
        ashes = new(Operator.Id, DemoOperator.AshesAtSea);
        Vessels = DemoOperator.Fleet.Select(details => new Vessel(Operator.Id, details))
            .ToDictionary(vessel => vessel.Name);
        Types = standard.Types.ToDictionary(type => type.Name);
        var memorial = Types["Memorial at sea"];
        memorial.Change(memorial.Details with { ChecklistTemplateIds = [.. memorial.ChecklistTemplateIds, ashes.Id] });
    }

    public Operator Operator { get; } = DemoOperator.Operator();

    /// <summary>The members who have joined, by name.</summary>
    public Dictionary<string, Viewer> Viewers { get; } = [];

    public Dictionary<string, Vessel> Vessels { get; }

    public Dictionary<string, CharterType> Types { get; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Operator.TimeZone);

    public IEnumerable<object> Entities =>
    [
        .. Vessels.Values,
        .. standard.Checklists,
        ashes,
        standard.Waiver,
        .. WaiverTemplateActions.VersionsOf(standard.Waiver),
        .. Types.Values,
    ];

    public void AddViewer(Member member) => Viewers[member.Name] = new()
    {
        PersonId = member.PersonId,
        SessionId = default,
        OperatorId = Operator.Id,
        OperatorSlug = Operator.Slug,
        OperatorName = Operator.Name,
        TimeZone = Operator.TimeZone,
        Locale = Operator.EffectiveLocale,
        PortName = Operator.PortName,
        MemberId = member.Id,
        Name = member.Name,
        Email = member.Email,
        Role = member.Role,
        Qualifications = member.Qualifications,
    };

    /// <summary>The checklist templates of a charter type, in order.</summary>
    public IEnumerable<ChecklistTemplate> TemplatesOf(string type) =>
        Types[type].ChecklistTemplateIds.Select(id => standard.Checklists.Append(ashes).First(list => list.Id == id));
}
