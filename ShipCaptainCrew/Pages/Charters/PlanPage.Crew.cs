using System.Text.Json.Nodes;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>The crew by the form as it stands, and who is free.</summary>
public abstract partial class PlanPage
{
    private static readonly string[] NumberedRoles = ["first_mate", "deckhand"];

    public Availability VesselThatDay { get; private set; } = Availability.Unknown;

    public Availability CaptainThatDay { get; private set; } = Availability.Unknown;

    /// <summary>Whether the form has a valid date.</summary>
    public bool IsDateKnown => Requested.Plan.Date > InputLimits.FirstDay;

    public Guid? CaptainId => Guid.TryParse(ValueOf("captain_id", $"{Charter?.CaptainId}"), out var id) ? id : null;

    /// <summary>Null if none is chosen.</summary>
    public Member? Captain => members.Find(member => member.Id == CaptainId);

    /// <summary>How many of each role: the numbers entered, else those of the type or the vessel.</summary>
    public Manning Manning => Manning.Read(Input.Of(EnteredNumbers()), UsualManning);

    /// <summary>A line for each position besides the captain's, and for each further member who was chosen.</summary>
    public IReadOnlyList<CrewRole> Positions =>
    [
        .. from role in new[] { CrewRole.FirstMate, CrewRole.Deckhand }
           from _ in Enumerable.Range(0, Math.Max(Manning.Of(role), ChosenLines.Count(line => line.Role == role)))
           select role,
    ];

    /// <summary>The members chosen for positions besides the captain's, and those who already have one.</summary>
    public IReadOnlyList<Member> Assigned => [.. members.Where(member => ChosenCrew.Contains(member.Id))];

    /// <summary>The positions besides the captain's for which nobody is chosen.</summary>
    public IReadOnlyList<CrewRole> OpenPositions
    {
        get
        {
            var open = Manning.Roles.Where(role => role != CrewRole.Captain).ToList();
            foreach (var (role, _) in ChosenLines) open.Remove(role);
            return open;
        }
    }

    /// <summary>How many active members could claim one of the open positions.</summary>
    public int Claimants => members.Count(member => member.Status == MemberStatus.Active
        && member.Id != CaptainId && !ChosenCrew.Contains(member.Id) && OpenPositions.Any(member.Is));

    /// <summary>Whether the drawer has an error or a value of its own.</summary>
    public bool IsOpen(PlanDrawer drawer) => drawer.HasError(Refusal)
        || (drawer == PlanDrawer.Crew
            ? Manning != UsualManning || (Charter is null && ChosenLines.Any())
            : drawer.Fields.Any(field => !string.IsNullOrWhiteSpace(ValueOf(field, CurrentValue(field)))));

    private Manning UsualManning => Charter is null || IsTypeChanged ? Requested.UsualCrew : Charter.Manning;

    private IEnumerable<Guid> ChosenCrew => ChosenLines.Select(line => line.MemberId);

    private IEnumerable<(CrewRole Role, Guid MemberId)> ChosenLines => Charter is null
        ? (Typed?["crew"] as JsonArray ?? []).Take(InputLimits.ListItems).OfType<JsonObject>().SelectMany(Chosen)
        : from position in Charter.Positions
          where position.Role != CrewRole.Captain && position.MemberId is not null
          select (position.Role, position.MemberId!.Value);

    private static IEnumerable<(CrewRole Role, Guid MemberId)> Chosen(JsonObject line)
    {
        if (WireNames.TryRead<CrewRole>($"{line["role"]}", out var role)
            && Guid.TryParse($"{line["member_id"]}", out var memberId))
            yield return (role, memberId);
    }

    /// <summary>
    /// The numbers of crew as typed. Blank ones are the usual ones; unchanged ones of a charter follow a new type.
    /// </summary>
    private JsonObject EnteredNumbers() => new(
        from role in NumberedRoles
        let entered = ValueOf($"manning.{role}", null)
        where !string.IsNullOrWhiteSpace(entered) && entered.Trim() != CurrentValue($"manning.{role}")
        select KeyValuePair.Create(role, (JsonNode?)JsonValue.Create(entered)));
}
