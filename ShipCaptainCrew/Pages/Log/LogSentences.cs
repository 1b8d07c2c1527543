using ShipCaptainCrew.Actions.Log;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Pages.Log;

/// <summary>Words log entries as sentences, with the current names for the ids they contain.</summary>
/// <param name="zone">Time zone for entries that are about no charter.</param>
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

    public static LocalizedText Who(LogLine line) => (line.Name, line.ByLink) switch
    {
        (null, true) when line.Event is OverdueAcknowledged => "The shore contact, through a link",
        (null, true) => "Through a link",
        (null, false) when line.Event is OperatorSuspended or OperatorResumed => "Whoever runs the server",
        (null, false) => "Automatic",
        ({ } name, true) => new LocalizedText("{0}, through a link", name),
        ({ } name, false) => new LocalizedText("{0}", name),
    };

    /// <summary>Device and network address; empty if the viewer may not see them.</summary>
    public static LocalizedText Origin(LogLine line) => line.From switch
    {
        null => "",
        { Device: { } device, Address: { } address } => new LocalizedText("{0}, {1}", device, address),
        var from => from.Device ?? new LocalizedText("{0}", from.Address!),
    };

    public LocalizedText What(LogLine line) => line.Event switch
    {
        CharterCreated => "Planned the charter",
        CharterChanged changed => new LocalizedText("Changed {0}", FieldNames(changed.Fields)),
        CharterPublished => "Published it",
        CharterCancelled => "Canceled it",
        CharterReinstated => "Reinstated it",
        CharterDiscarded => "Removed the draft",
        CharterJoinedSeries => "Put it into a weekly series",
        CharterMoved moved => MoveSentence(moved, Clock(line, moved.At)),
        MoveUndone undone => WithReason(undone.Reason, new LocalizedText("Undid “{0}”", undone.From.MoveLabel())),
        TimeSet set => WithReason(set.Reason, TimeSentence(line, set)),
        CharterNudged => "Nudged the crew",
        CharterOverdue overdue => new LocalizedText("Overdue: the return was at {0}", Clock(line, overdue.Return)),
        OverdueAcknowledged => "Took charge of the overdue charter",
        GateOverridden gate =>
            WithReason(gate.Reason, new LocalizedText("Left anyway ({0})", GateLabels(gate.Codes))),
        ClosedIncomplete closed =>
            WithReason(closed.Reason, new LocalizedText("Closed it with work left ({0})", GateLabels(closed.Codes))),
        DefectRaised raised =>
            new LocalizedText("Reported a problem on {0}: {1}", Name(raised.VesselId), raised.Severity.Label()),
        DefectClosed closed => new LocalizedText("Closed a problem on {0}", Name(closed.VesselId)),
        RoleClaimed claimed => new LocalizedText("{0} is {1}", Name(claimed.MemberId), claimed.Role.Label()),
        RoleConfirmed confirmed =>
            new LocalizedText("{0} confirmed as {1}", Name(confirmed.MemberId), confirmed.Role.Label()),
        RoleReleased released =>
            new LocalizedText("{0} is no longer {1}", Name(released.MemberId), released.Role.Label()),
        ChecklistStarted => new LocalizedText("Added the checklist {0}", Subject(line)),
        ChecklistRemoved => "Removed a checklist that nobody had started",
        ItemMarked marked => new LocalizedText("{0}: {1}", Subject(line), marked.To.Label()),
        GuestAdded => new LocalizedText("Put {0} on the list", Guest(line)),
        GuestChanged changed => new LocalizedText("Changed {0} of {1}", FieldNames(changed.Fields), Guest(line)),
        GuestRemoved => "Took a guest off the list",
        WaitingGuestsRemoved removed =>
            new LocalizedText("Removed all {0} waiting guests", Count(removed.GuestIds)),
        GuestPlaced => new LocalizedText("Placed {0}", Guest(line)),
        GuestMatched => new LocalizedText("Matched a waiting guest with {0}", Guest(line)),
        GuestAgeChanged { IsMinor: true } =>
            new LocalizedText("{0} is under 18 on the date of the charter: a parent or guardian signs", Guest(line)),
        GuestAgeChanged =>
            new LocalizedText("{0} is 18 on the date of the charter and signs for themselves", Guest(line)),
        GuestMarked marked => new LocalizedText("{0}: {1}", Guest(line), marked.Where.Label()),
        WaiverAsked => new LocalizedText("Asked {0} to sign", Guest(line)),
        WaiverRemindersStopped =>
            new LocalizedText("Turned off the reminders to sign for the mailbox of {0}", Guest(line)),
        WaiverRemindersResumed =>
            new LocalizedText("Turned on the reminders to sign for the mailbox of {0}", Guest(line)),
        WaiverSigned => new LocalizedText("The waiver of {0} was signed", Guest(line)),
        WaiverHeld => "Put a signed waiver on hold",
        WaiverHoldLifted => "Lifted the hold on a signed waiver",
        WaiverErased => "Erased a signed waiver automatically",
        HeadCounted { Which: CountOf.Departure, Guests: 1 } => "Counted 1 guest before departure",
        HeadCounted { Which: CountOf.Departure } counted =>
            new LocalizedText("Counted {0} guests before departure", counted.Guests),
        HeadCounted { Guests: 1 } => "Counted 1 guest after the return",
        HeadCounted counted => new LocalizedText("Counted {0} guests after the return", counted.Guests),
        OrientationHeld => "Gave the safety talk",
        CountSentAshore { Guests: 1 } => "Sent the count ashore: 1 guest",
        CountSentAshore sent => new LocalizedText("Sent the count ashore: {0} guests", sent.Guests),
        IncidentNoted => "Recorded an incident",
        MemberInvited => new LocalizedText("Invited {0}", Subject(line)),
        MemberJoined => new LocalizedText("{0} joined the crew", Subject(line)),
        SignInMethodChanged changed => changed.Done switch
        {
            SignInMethodChange.PasskeyAdded => "Added a passkey",
            SignInMethodChange.PasskeyRemoved => "Removed a passkey",
            SignInMethodChange.ProgramMade => "Created an API token",
            SignInMethodChange.ProgramEnded => "Revoked an API token",
            _ => line.Kind,
        },
        EmailStopped stopped => new LocalizedText("Turned off {0}", EmailName(stopped.Email)),
        EmailResumed resumed => new LocalizedText("Turned on {0}", EmailName(resumed.Email)),
        OperatorMoved moved => new LocalizedText(
            "Moved the operator's pages from /{0} to /{1}: the old address is reserved",
            moved.From, moved.To),
        OperatorRenamed renamed =>
            new LocalizedText("Renamed the operator from {0} to {1}", renamed.From, renamed.To),
        ReferenceDataRecorded { Noun: Operator.LogNoun } recorded =>
            new LocalizedText("Changed {0} of the operator", FieldNames(recorded.Fields)),
        OperatorSuspended => "Suspended the operator, by a command on the server",
        OperatorResumed => "Opened the operator again, by a command on the server",
        ReferenceDataRecorded { Noun: StandingOrders.LogNoun, Deed: ReferenceDataRecorded.ChangedDeed } recorded =>
            new LocalizedText("Changed {0} of the standing orders", FieldNames(recorded.Fields)),
        ReferenceDataRecorded recorded when Nouns.TryGetValue(recorded.Noun, out var noun) =>
            ReferenceDataSentence(line, recorded, noun),
        _ => line.Kind,
    };

    private LocalizedText ReferenceDataSentence(LogLine line, ReferenceDataRecorded recorded, string noun)
    {
        LocalizedText kind = noun;
        return recorded.Deed switch
        {
            ReferenceDataRecorded.CreatedDeed => new("Added the {0} {1}", kind, Subject(line)),
            ReferenceDataRecorded.ArchivedDeed => new("Archived the {0} {1}", kind, Subject(line)),
            _ => new("Changed {0} of the {1} {2}", FieldNames(recorded.Fields), kind, Subject(line)),
        };
    }

    private static LocalizedText MoveSentence(CharterMoved moved, string at) => (moved.To, moved.ByClock) switch
    {
        (CharterStatus.Boarding, true) => new LocalizedText("Boarding opened automatically at {0}", at),
        (CharterStatus.Boarding, false) => "Opened boarding",
        (CharterStatus.Underway, true) => new LocalizedText("Lines off as scheduled at {0}", at),
        (CharterStatus.Underway, false) => new LocalizedText("Lines off at {0}", at),
        (CharterStatus.Returned, true) => new LocalizedText("All fast as scheduled at {0}", at),
        (CharterStatus.Returned, false) => new LocalizedText("All fast at {0}", at),
        _ => "Closed it",
    };

    private LocalizedText TimeSentence(LogLine line, TimeSet set)
    {
        LocalizedText move = set.Field == TimeSet.Departure ? "Lines off" : "All fast";
        return set.From is { } from
            ? new("{0} corrected from {1} to {2}", move, Clock(line, from), Clock(line, set.To))
            : new("{0} was at {1}", move, Clock(line, set.To));
    }

    private static LocalizedText EmailName(EmailPreference email) => email switch
    {
        EmailPreference.Daily => "the daily email",
        EmailPreference.Reminders => "the reminders before call time",
        EmailPreference.OpenPlaces => "the emails about open places",
        _ => throw new ArgumentOutOfRangeException(nameof(email), email, null),
    };

    private static LocalizedText WithReason(string? reason, LocalizedText sentence) =>
        reason is null ? sentence : new("{0}. Reason: {1}", sentence, reason);

    private static LocalizedText GateLabels(IEnumerable<string>? codes) =>
        (codes ?? []).Select(Gate.Label).DefaultIfEmpty("").Aggregate((before, next) => new("{0}, {1}", before, next));

    private static int Count(IEnumerable<Guid>? ids) => (ids ?? []).Count();

    private static string FieldNames(IEnumerable<string>? fields) =>
        string.Join(", ", (fields ?? []).Select(field => field.Replace('_', ' ')));

    /// <summary>Local time in the charter's zone; with the date if it is not the entry's.</summary>
    private string Clock(LogLine line, DateTimeOffset instant)
    {
        var charterZone = names.CharterOf(line)?.Zone ?? zone;
        var (at, loggedAt) = (LocalTime.At(instant, charterZone), LocalTime.At(line.At, charterZone));
        return TimeText.Of(at, at.Date == loggedAt.Date ? TimeParts.Time : TimeParts.DateAndTime);
    }

    /// <summary>Guests who were removed from the list are not named.</summary>
    private LocalizedText Guest(LogLine line) =>
        names.Of(line.SubjectId) is { } name ? new LocalizedText("{0}", name) : "a guest";

    private string Subject(LogLine line) => Name(line.SubjectId);

    private string Name(Guid id) => names.Of(id) ?? "";
}
