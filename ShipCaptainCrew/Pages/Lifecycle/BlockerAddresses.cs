using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Pages.Guests;

namespace ShipCaptainCrew.Pages.Lifecycle;

/// <summary>Where a person removes what blocks lines off.</summary>
internal static class BlockerAddresses
{
    /// <summary>The checklist of an open item; null for other blockers.</summary>
    public static Checklist? ListOf(this CharterView view, Blocker line) => line.Code == Gate.ItemOpen
        ? view.Checklists.FirstOrDefault(list => list.Items.Any(item => item.Id == line.Id))
        : null;

    /// <summary>Null if the viewer cannot do anything about it.</summary>
    public static string? FixUrl(this Viewer viewer, CharterView view, Blocker line)
    {
        var (charter, pages) = (view.Charter, viewer.Pages.Charter(view.Charter.Id));
        return line.Code switch
        {
            Gate.ItemOpen => view.ListOf(line) is { } list ? pages.ItemOnList(list.Id, line.Id!.Value) : null,
            Gate.CaptainMissing or Gate.ManningShort =>
                viewer.May(Right.AssignCrew, charter) ? pages.Crew : $"{pages.Home}#crew",
            Gate.OverCapacity => viewer.May(Right.PlanCharters) ? pages.Edit : null,
            Gate.NoSailDefect => viewer.Pages.Defect(charter.VesselId, line.Id!.Value),
            _ => viewer.FixFor(charter, line),
        };
    }
}
