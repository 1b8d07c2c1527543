using Microsoft.AspNetCore.Components;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Lifecycle;

public sealed partial class GateLines
{
    [Parameter, EditorRequired] public IReadOnlyList<Blocker> Lines { get; set; } = [];

    [Parameter, EditorRequired] public CharterView View { get; set; } = null!;

    [Parameter, EditorRequired] public Viewer Viewer { get; set; } = null!;

    /// <summary>Guests who have not boarded. They prevent nothing, but nobody should forget them.</summary>
    [Parameter] public int NotAboard { get; set; }

    [Parameter] public bool ShowsMet { get; set; }

    private Charter Charter => View.Charter;

    private Muster? Muster => View.Manifest.Muster;

    private CharterPages Pages => Viewer.Pages.Charter(Charter.Id);

    private CountOf Which => Charter.Status < CharterStatus.Underway ? CountOf.Departure : CountOf.Return;

    private List<(string Text, string? Value, string? Url, bool IsStop)> Open =>
    [
        .. from line in Lines
           group line by (line.Code, List: View.ListOf(line), line.MayBeOverridden ? "" : L.Say(line.Message)) into same
           select Shown(same.First(), same.Key.List, same.Count()),
        .. NotAboard == 0 ? [] : new[] { (L["Guests aboard"].Value, (string?)Aboard, (string?)Pages.Guests, false) },
    ];

    private string Aboard => L["{0} of {1}", View.Manifest.Boarded, View.Manifest.Boarded + NotAboard];

    private List<(string Text, string Value)> Met => ShowsMet ? [.. MetLines] : [];

    private IEnumerable<(string Text, string Value)> MetLines
    {
        get
        {
            var missing = View.Blockers.Select(line => line.Code).ToHashSet();
            if (!View.Manifest.Coming.Any()) yield break;
            if (View.Manifest.SignsWaiver && !missing.Contains(GuestManifest.WaiverUnsigned))
                yield return (L["Waivers"], L["{0} signed", View.Manifest.Signed]);
            if (!missing.Contains(GuestManifest.HeadCountMissing) && !missing.Contains(GuestManifest.HeadCountMismatch)
                && Muster?.Latest(CountOf.Departure) is { Count: > 0 } counts)
                yield return (
                    L["Head count"], Who(counts.Select(count => count.MemberId), counts.Max(count => count.At)));
            if (!missing.Contains(GuestManifest.OrientationMissing) && Muster?.Orientation is { } held)
                yield return (L["Safety talk"], Who([held.By], held.At));
            if (!missing.Contains(GuestManifest.CountNotSentAshore) && Muster?.Ashore is { } sent)
                yield return (L["Count sent ashore"], Who([sent.By], sent.At));
        }
    }

    private (string, string?, string?, bool) Shown(Blocker line, Checklist? list, int count)
    {
        var url = count > 1 && line.Code == GuestManifest.WaiverUnsigned ? Pages.Guests : Viewer.FixUrl(View, line);
        if (!line.MayBeOverridden) return (L.Say(line.Message), null, url, true);
        var (text, value) = line.Code switch
        {
            Gate.ItemOpen when list is not null => (list.Name, L["{0} left", count].Value),
            GuestManifest.WaiverUnsigned => (L["Waivers"].Value, L["{0} not signed", count].Value),
            GuestManifest.HeadCountMissing => CountsMissing,
            GuestManifest.HeadCountMismatch => (L["The head counts do not match"].Value, null),
            GuestManifest.OrientationMissing => (L["Safety talk"].Value, LateForTalk),
            GuestManifest.CountNotSentAshore => (L["Count sent ashore"].Value, SentBefore),
            _ => (L.Say(line.Message), (string?)null),
        };
        return (text, value, url, false);
    }

    private (string, string?) CountsMissing
    {
        get
        {
            var given = Muster?.Latest(Which).Count ?? 0;
            var required = Gate.CrewAboard(Charter) >= 2 ? 2 : 1;
            return (given == 0 ? L["Head count"] : L["Second head count"], L["{0} of {1}", given, required]);
        }
    }

    private string? LateForTalk =>
        Muster?.Orientation is { } held ? L["{0} boarded after it", View.Manifest.Late(held).Count()].Value : null;

    private string? SentBefore =>
        Muster?.Ashore is { } sent ? L["{0} sent, {1} aboard", sent.Guests, View.Manifest.Boarded].Value : null;

    private string Who(IEnumerable<Guid> ids, DateTimeOffset at)
    {
        var names = string.Join(", ", ids.Select(id => View.NameOf(id).Split(' ')[0]));
        return $"{names}, {TimeText.Of(at, Charter.Zone, TimeParts.Time)}";
    }
}
