using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>The conditions for lines off. Each blocker says what is missing.</summary>
public static class Gate
{
    public const string CaptainMissing = "captain_missing";
    public const string ManningShort = "manning_short";
    public const string OverCapacity = "over_capacity";
    public const string NoSailDefect = "no_sail_defect";
    public const string ItemOpen = "item_open";

    /// <summary>A short label of a blocker that may be overridden.</summary>
    public static LocalizedText Label(string code) => code switch
    {
        ItemOpen => "items not done",
        GuestManifest.WaiverUnsigned => "waivers not signed",
        GuestManifest.HeadCountMissing => "head count missing",
        GuestManifest.HeadCountMismatch => "head counts that do not match",
        GuestManifest.OrientationMissing => "safety talk not given to everyone",
        GuestManifest.CountNotSentAshore => "count not sent ashore",
        _ => code.Replace('_', ' '),
    };

    /// <param name="lists">The charter's checklists, with their items.</param>
    /// <param name="defects">The vessel's open defects.</param>
    /// <param name="manifest">The guests, waivers and head counts.</param>
    public static IReadOnlyList<Blocker> Of(
        Charter charter,
        Vessel vessel,
        IEnumerable<Checklist> lists,
        IEnumerable<Defect> defects,
        GuestManifest manifest) =>
    [
        .. Manning(charter, vessel),
        .. Limits(charter, vessel, manifest),
        .. defects.Where(defect => defect.BlocksDeparture).Select(defect => NoSail(vessel, defect)),
        .. lists.Where(list => list.Phase == Phase.PreDeparture).SelectMany(list => list.Items)
            .Where(item => item.Required && item.State != ItemState.Complete)
            .Select(item => new Blocker(ItemOpen, new LocalizedText("Not done: {0}", item.Text), true, item.Id)),
        .. manifest.Blockers(CrewAboard(charter)),
    ];

    /// <summary>
    /// How many guests the vessel may carry on this charter: at most her passengers, and with the crew at most her
    /// persons.
    /// </summary>
    public static int Room(Charter charter, Vessel vessel) =>
        Math.Min(vessel.Details.PassengerCapacity, (vessel.Details.MaxPersons ?? int.MaxValue) - CrewAboard(charter));

    /// <summary>Warnings for each limit of the vessel that so many guests and crew exceed.</summary>
    public static IEnumerable<Warning> Overload(Vessel vessel, int guests, int crew)
    {
        if (guests > vessel.Details.PassengerCapacity)
        {
            yield return new(OverCapacity,
                new LocalizedText("{0} can carry {1} guests at most; there are {2}.", vessel.Name,
                    vessel.Details.PassengerCapacity, guests));
        }

        if (guests + crew > vessel.Details.MaxPersons)
        {
            yield return new(OverCapacity,
                new LocalizedText("{0} can carry {1} people at most, including crew; there are {2}.", vessel.Name,
                    vessel.Details.MaxPersons, guests + crew));
        }
    }

    /// <summary>The number of crew: the positions that are held.</summary>
    public static int CrewAboard(Charter charter) => charter.Positions.Count(position => !position.IsOpen);

    private static Blocker NoSail(Vessel vessel, Defect defect) => new(
        NoSailDefect,
        new LocalizedText("No-sail problem on {0}: {1}", vessel.Name, defect.What),
        MayBeOverridden: false,
        defect.Id);

    private static IEnumerable<Blocker> Manning(Charter charter, Vessel vessel)
    {
        if (charter.CaptainId is null) yield return new(CaptainMissing, "There is no captain.", false);
        var open = charter.Positions.Where(position => position.IsOpen && position.Role != CrewRole.Captain);
        foreach (var role in open.GroupBy(position => position.Role))
        {
            yield return new(
                ManningShort,
                new LocalizedText("{0} {1} still needed.", role.Count(), role.Key.Label(role.Count())),
                MayBeOverridden: false);
        }

        var aboard = CrewAboard(charter);
        if (aboard < vessel.Details.MinimumCrew)
        {
            yield return new(
                ManningShort,
                new LocalizedText(
                    "{0} needs a crew of at least {1}; so far it has {2}.",
                    vessel.Name,
                    vessel.Details.MinimumCrew,
                    aboard),
                MayBeOverridden: false);
        }
    }

    private static IEnumerable<Blocker> Limits(Charter charter, Vessel vessel, GuestManifest manifest)
    {
        var guests = manifest.Coming.Any() ? manifest.Coming.Count() : charter.GuestsExpected ?? 0;
        return Overload(vessel, guests, CrewAboard(charter))
            .Select(warning => new Blocker(warning.Code, warning.Message, MayBeOverridden: false));
    }
}
