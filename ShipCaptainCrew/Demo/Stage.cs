using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Demo;

/// <summary>The demo operator before its first booking: people, boats, lists and types.</summary>
internal sealed class Stage
{
    private readonly StandardSet standard;
    private readonly ChecklistTemplate ashes;

    public Stage()
    {
        standard = StandardSet.For(House.Id, WaiverTemplateActions.Sanitise);
        ashes = new(House.Id, DemoOperator.AshesAtSea);
        Vessels = DemoOperator.Fleet.Select(details => new Vessel(House.Id, details)).ToDictionary(vessel => vessel.Name);
        Types = standard.Types.ToDictionary(type => type.Name);
        var memorial = Types["Memorial at sea"];
        memorial.Change(memorial.Details with { ChecklistTemplateIds = [.. memorial.ChecklistTemplateIds, ashes.Id] });
    }

    public Operator House { get; } = DemoOperator.House();

    public Dictionary<string, Viewer> Cast { get; } = [];

    public Dictionary<string, Vessel> Vessels { get; }

    public Dictionary<string, CharterType> Types { get; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(House.TimeZone);

    public IEnumerable<object> Nouns => [.. Vessels.Values, .. standard.Checklists, ashes, standard.Waiver, .. WaiverTemplateActions.VersionsOf(standard.Waiver), .. Types.Values];

    public void Enter(Member member) => Cast[member.Name] = new()
    {
        PersonId = member.PersonId,
        SessionId = default,
        OperatorId = House.Id,
        OperatorSlug = House.Slug,
        OperatorName = House.Name,
        TimeZone = House.TimeZone,
        MemberId = member.Id,
        Name = member.Name,
        Email = member.Email,
        Role = member.Role,
        Qualifications = member.Qualifications,
    };

    /// <summary>The lists a charter of this type is made with, in their order.</summary>
    public IEnumerable<ChecklistTemplate> ListsOf(string type) =>
        Types[type].ChecklistTemplateIds.Select(id => standard.Checklists.Append(ashes).First(list => list.Id == id));
}
