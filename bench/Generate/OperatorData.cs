using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Evidence;

namespace Bench.Generate;

/// <summary>An operator with its people, vessel, checklist templates, waiver and charter type.</summary>
internal sealed class OperatorData
{
    public const int Items = 18;
    private const int Capacity = 600;
    private const int WaiverLength = 1_500;
    private static readonly Phase[] Phases = [Phase.PreDeparture, Phase.Underway, Phase.PostReturn];
    private readonly List<Person> people = [];
    private readonly WaiverTemplate waiver;

    public OperatorData(int number)
    {
        var home = new Port("San Diego", 32.7157, -117.1611);
        Operator = new($"Operator {number}", SlugOf(number), "America/Los_Angeles", home);
        Owner = Add("Olive Owner", OwnerOf(number), MemberRole.Owner);
        Captain = Add("Kim Vargas", $"kim@op{number}.example", MemberRole.Crew, CrewRole.Captain);
        Mate = Add("Mia Dorsey", $"mia@op{number}.example", MemberRole.Crew, CrewRole.FirstMate);
        Deckhand = Add("Dan Ortega", $"dan@op{number}.example", MemberRole.Crew, CrewRole.Deckhand);
        SpareDeckhand = Add("Sue Park", SpareOf(number), MemberRole.Crew, CrewRole.Deckhand);
        Vessel = new(Operator.Id, new() { Name = "Aurora", PassengerCapacity = Capacity });
        Templates = [.. Phases.Select(Template)];
        var source = ShipCaptainCrew.Tests.Support.CostlyTexts.Normal(WaiverLength);
        waiver = new(Operator.Id, new("Waiver", [new("en", source, WaiverHtml.Of(source).Html)]));
        Type = new(Operator.Id, new()
        {
            Name = "Harbor tour",
            Schedule = new() { Anchor = DepartureRule.Fixed, Time = new(16, 30), DurationMinutes = 120 },
            Roles = new(1, 1, 2),
            ChecklistTemplateIds = [.. Templates.Select(template => template.Id)],
            WaiverTemplateId = waiver.Id,
        });
    }

    public Operator Operator { get; }
    public Member Owner { get; }
    public Member Captain { get; }
    public Member Mate { get; }
    public Member Deckhand { get; }

    /// <summary>Has no position on any charter.</summary>
    public Member SpareDeckhand { get; }

    public List<Member> Members { get; } = [];
    public Vessel Vessel { get; }
    public IReadOnlyList<ChecklistTemplate> Templates { get; }
    public CharterType Type { get; }
    public WaiverText WaiverText => waiver.Texts[0];

    public TemplateShown WaiverShown => new(
        waiver.Id, waiver.Name, waiver.Version, WaiverVersion.HashOf(WaiverText.Html));

    public static string SlugOf(int number) => $"op{number}";

    public static string OwnerOf(int number) => $"olive@op{number}.example";

    public static string SpareOf(int number) => $"sue@op{number}.example";

    public IEnumerable<object> Rows =>
        [Operator, .. people, .. Members, Vessel, .. Templates, waiver,
            .. WaiverTemplateActions.VersionsOf(waiver), Type];

    /// <summary>Logs how it all was entered.</summary>
    public void Log(OperatorLog log, DateTimeOffset at)
    {
        log.Take(new(Owner.Id, at), [.. Members, Vessel, .. Templates, waiver, Type]);
        foreach (var member in Members)
        {
            var actor = new Actor(member.Id, at.AddHours(1));
            member.Join(null, actor);
            log.Take(actor, member);
        }
    }

    private Member Add(string name, string email, MemberRole role, params CrewRole[] qualifications)
    {
        var person = Person.WithAddress(email);
        person.EmailConfirmed = true;
        people.Add(person);
        var details = new MemberDetails { Name = name, Email = email, Role = role, Qualifications = qualifications };
        Members.Add(new(Operator.Id, person.Id, details));
        return Members[^1];
    }

    private ChecklistTemplate Template(Phase phase) => new(Operator.Id, new(
        $"Checks, {WireNames.Name(phase)}",
        phase,
        [.. Enumerable.Range(1, Items).Select(i => new TemplateItem(
            $"Check number {i} of the {WireNames.Name(phase)} list is done and written down", i % 3 > 0))]));
}
