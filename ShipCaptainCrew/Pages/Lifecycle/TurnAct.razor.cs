using Microsoft.AspNetCore.Components;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages.Lifecycle;

public sealed partial class TurnAct
{
    /// <summary>So many guests are boarded on the page itself; more of them on the guest list.</summary>
    private const int MostOnPage = 5;

    private const int MostNames = 3;

    [Parameter, EditorRequired] public Act Act { get; set; }

    [Parameter, EditorRequired] public TurnFacts Facts { get; set; } = null!;

    [Parameter, EditorRequired] public CharterView View { get; set; } = null!;

    [Parameter, EditorRequired] public Viewer Viewer { get; set; } = null!;

    [Parameter, EditorRequired] public DateTimeOffset Now { get; set; }

    private Charter Charter => View.Charter;

    private CharterPages Pages => Viewer.Pages.Charter(Charter.Id);

    private CrewRole Own => Charter.PositionOf(Viewer.MemberId)!.Role;

    private CrewRole Claimable => TurnFacts.OpenRole(Charter, Viewer.Qualifications)!.Value;

    private CrewRole Open => TurnFacts.OpenRole(Charter)!.Value;

    private Member? Captain => Charter.CaptainId is { } id ? View.Members.GetValueOrDefault(id) : null;

    private Blocker Stop => View.Blockers.First(line => !line.MayBeOverridden);

    private Phase ListPhase => Charter.Status == CharterStatus.Returned ? Phase.PostReturn : Phase.PreDeparture;

    private (Checklist List, ChecklistItem Item) NextItem => View.ItemsLeft(ListPhase).First();

    private int LeftOnList => View.ItemsLeft(ListPhase).Count(left => left.List == NextItem.List);

    private IEnumerable<Guest> NotAboard => View.Manifest.Coming.Where(guest => guest.BoardedAt is null);

    private string NudgeLabel => Facts.ToNudge == 1 ? L["Nudge 1 person"] : L["Nudge {0} people", Facts.ToNudge];

    private string BoardLabel => Facts.NotAboard == 1 ? L["Board 1 guest"] : L["Board {0} guests", Facts.NotAboard];

    private string AllClear
    {
        get
        {
            var manifest = View.Manifest;
            if (!manifest.Coming.Any()) return L["All clear. You can leave."];
            var counts = manifest.Muster?.Latest(CountOf.Departure).Count ?? 0;
            List<string> facts = [L["{0} aboard", manifest.Boarded]];
            if (manifest.SignsWaiver) facts.Add(L["{0} signed", manifest.Signed]);
            facts.Add(counts switch
            {
                1 => L["counted once"],
                2 => L["counted twice"],
                _ => L["counted {0} times", counts],
            });
            facts.Add(L["talk held"]);
            if (manifest.Muster?.Ashore is { } sent)
                facts.Add(L["count sent ashore at {0}", TimeText.Of(sent.At, Charter.Zone, TimeParts.Time)]);
            return L["All clear: {0}.", string.Join(", ", facts)];
        }
    }

    private string Names(IEnumerable<Guest> guests)
    {
        var names = guests.Select(guest => guest.Name).ToList();
        return names.Count switch
        {
            1 => names[0],
            <= MostNames => L["{0} and {1}", string.Join(", ", names[..^1]), names[^1]],
            _ => L["{0} and {1} more", string.Join(", ", names[..MostNames]), names.Count - MostNames],
        };
    }
}
