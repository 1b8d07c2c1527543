using System.Globalization;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data.Waivers;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>A log entry as a sentence, with today's names for the ids it holds.</summary>
/// <param name="zone">Where an entry is about no charter, whose clock it goes by.</param>
public sealed class LogSentences(LogNames names, TimeZoneInfo zone)
{
    private static readonly Dictionary<string, string> Nouns = new()
    {
        [Vessel.LogNoun] = "vessel",
        [CharterType.LogNoun] = "charter type",
        [ChecklistTemplate.LogNoun] = "checklist",
        [WaiverTemplate.LogNoun] = "waiver text",
        [Member.LogNoun] = "member",
    };

    public static Words Who(LogLine line) => (line.Name, line.ByLink) switch
    {
        (null, true) => "By a link",
        (null, false) when line.Event is OperatorSuspended or OperatorResumed => "Whoever runs the server",
        (null, false) => "The ship's clock",
        ({ } name, true) => new Words("{0}, by a link", name),
        ({ } name, false) => new Words("{0}", name),
    };

    /// <summary>Nothing where it is not told.</summary>
    public static Words Whence(LogLine line) => line.From switch
    {
        null => "",
        { Device: { } device, Address: { } address } => new Words("{0}, {1}", device, address),
        var from => from.Device ?? new Words("{0}", from.Address!),
    };

    public Words What(LogLine line) => line.Event switch
    {
        CharterCreated => "Planned the charter",
        CharterChanged changed => new Words("Changed {0}", Listed(changed.Fields)),
        CharterPublished => "Published it",
        CharterCancelled => "Cancelled it",
        CharterDiscarded => "Removed the draft",
        CharterJoinedSeries => "Put it into a weekly series",
        CharterMoved moved => Moved(moved, Clock(line, moved.At)),
        MoveUndone undone => Because(undone.Reason, new Words("Took back: {0}", undone.From.Deed())),
        TimeSet set => Because(set.Reason, Set(line, set)),
        CharterNudged => "Nudged the crew",
        CharterOverdue overdue => new Words("Overdue: the return was at {0}", Clock(line, overdue.Return)),
        OverdueAcknowledged => "Took the overdue charter in hand",
        GateOverridden gate => Because(gate.Reason, new Words("Sailed past the gate ({0})", Passed(gate.Codes))),
        DefectRaised raised => new Words(
            "Raised a defect of {0}: {1}", Name(raised.VesselId), raised.Severity.Word()),
        DefectClosed closed => new Words("Closed a defect of {0}", Name(closed.VesselId)),
        RoleClaimed claimed => new Words("{0} is {1}", Name(claimed.MemberId), claimed.Role.Word()),
        RoleConfirmed confirmed => new Words(
            "{0} confirmed as {1}", Name(confirmed.MemberId), confirmed.Role.Word()),
        RoleReleased released => new Words("{0} is no longer {1}", Name(released.MemberId), released.Role.Word()),
        ChecklistStarted => new Words("Added the checklist {0}", Subject(line)),
        ChecklistRemoved => "Took off a checklist that nobody had begun",
        ItemMarked marked => new Words("{0}: {1}", Subject(line), marked.To.Word()),
        GuestAdded => new Words("Put {0} on the list", Guest(line)),
        GuestChanged changed => new Words("Changed {0} of {1}", Listed(changed.Fields), Guest(line)),
        GuestRemoved => "Took a guest off the list",
        GuestPlaced => new Words("Placed {0}", Guest(line)),
        GuestMarked marked => new Words("{0}: {1}", Guest(line), marked.Where.Word()),
        WaiverAsked => new Words("Asked {0} to sign", Guest(line)),
        WaiverSigned => new Words("The waiver of {0} was signed", Guest(line)),
        WaiverHeld => "Put a signed waiver on hold",
        WaiverHoldLifted => "Lifted the hold of a signed waiver",
        WaiverErased => "Erased a signed waiver by rule",
        HeadCounted { Which: CountOf.Departure } counted => new Words("Counted {0} guests going out", counted.Guests),
        HeadCounted counted => new Words("Counted {0} guests coming back", counted.Guests),
        OrientationHeld => "Held the safety orientation",
        CountSentAshore sent => new Words("Sent the count ashore: {0} guests", sent.Guests),
        IncidentNoted => "Noted an incident",
        MemberInvited => new Words("Invited {0}", Subject(line)),
        MemberJoined => new Words("{0} joined the crew", Subject(line)),
        WayInChanged changed => changed.Done switch
        {
            WayIn.PasskeyAdded => "Added a passkey",
            WayIn.PasskeyRemoved => "Removed a passkey",
            WayIn.ProgramMade => "Made a token for a program",
            WayIn.ProgramEnded => "Took a program's token back",
            _ => line.Kind,
        },
        OperatorSuspended => "Suspended the operator, by a command on the server",
        OperatorResumed => "Opened the operator again, by a command on the server",
        Recorded { Noun: StandingOrders.LogNoun, Deed: Recorded.ChangedDeed } recorded =>
            new Words("Changed {0} of the standing orders", Listed(recorded.Fields)),
        Recorded recorded when Nouns.TryGetValue(recorded.Noun, out var noun) => Kept(line, recorded, noun),
        _ => line.Kind,
    };

    private Words Kept(LogLine line, Recorded recorded, string noun) => recorded.Deed switch
    {
        Recorded.CreatedDeed => new Words("Added the {0} {1}", new Words(noun), Subject(line)),
        Recorded.ArchivedDeed => new Words("Archived the {0} {1}", new Words(noun), Subject(line)),
        _ => new Words("Changed {0} of the {1} {2}", Listed(recorded.Fields), new Words(noun), Subject(line)),
    };

    private static Words Moved(CharterMoved moved, string at) => (moved.To, moved.ByClock) switch
    {
        (CharterStatus.Boarding, true) => new Words("Boarding opened by itself at {0}", at),
        (CharterStatus.Boarding, false) => "Opened boarding",
        (CharterStatus.Underway, true) => new Words("Lines off by the schedule at {0}", at),
        (CharterStatus.Underway, false) => new Words("Lines off at {0}", at),
        (CharterStatus.Returned, true) => new Words("All fast by the schedule at {0}", at),
        (CharterStatus.Returned, false) => new Words("All fast at {0}", at),
        _ => "Put to bed and closed",
    };

    private Words Set(LogLine line, TimeSet set)
    {
        Words what = set.Field == TimeSet.Departure ? "Lines off" : "All fast";
        return set.From is { } from
            ? new("{0} was not at {1} but at {2}", what, Clock(line, from), Clock(line, set.To))
            : new("{0} was at {1}", what, Clock(line, set.To));
    }

    private static Words Because(string? reason, Words what) =>
        reason is null ? what : new("{0}. Reason: {1}", what, reason);

    private static Words Passed(IEnumerable<string>? codes) =>
        (codes ?? []).Select(Gate.Word).DefaultIfEmpty("").Aggregate((before, next) => new("{0}, {1}", before, next));

    private static string Listed(IEnumerable<string>? fields) =>
        string.Join(", ", (fields ?? []).Select(field => field.Replace('_', ' ')));

    /// <summary>By the clock where the charter sails; with its day where that is another than the entry's.</summary>
    private string Clock(LogLine line, DateTimeOffset instant)
    {
        var place = names.CharterOf(line)?.Zone ?? zone;
        var (at, told) = (LocalTime.At(instant, place), LocalTime.At(line.At, place));
        return at.ToString(at.Date == told.Date ? "HH:mm" : "d MMM HH:mm", CultureInfo.CurrentCulture);
    }

    /// <summary>Who is no longer on the list is named no more.</summary>
    private Words Guest(LogLine line) => names.Of(line.SubjectId) is { } name ? new Words("{0}", name) : "a guest";

    private string Subject(LogLine line) => Name(line.SubjectId);

    private string Name(Guid id) => names.Of(id) ?? "";
}
