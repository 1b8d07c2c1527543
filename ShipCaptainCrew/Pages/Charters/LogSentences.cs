using System.Globalization;
using System.Text.Json;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>A log entry as a sentence, with today's names for the ids it holds.</summary>
/// <param name="zone">Where an entry is about no charter, whose clock it goes by.</param>
public sealed class LogSentences(LogNames names, TimeZoneInfo zone)
{
    private static readonly Dictionary<string, string> Nouns = new()
    {
        ["vessel"] = "vessel", ["charter_type"] = "charter type", ["checklist_template"] = "checklist", ["waiver_template"] = "waiver text", ["member"] = "member",
    };

    public static Words Who(LogLine line) => (line.Name, line.ByLink) switch
    {
        (null, true) => "By a link",
        (null, false) when line.Kind.StartsWith("operator.", StringComparison.Ordinal) => "Whoever runs the server",
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

    public Words What(LogLine line) => line.Kind switch
    {
        "charter.created" => "Planned the charter",
        "charter.changed" => new Words("Changed {0}", FieldsIn(line)),
        "charter.published" => "Published it",
        "charter.cancelled" => "Cancelled it",
        "charter.discarded" => "Removed the draft",
        "charter.joined_series" => "Put it into a weekly series",
        "charter.boarding" or "charter.underway" or "charter.returned" or "charter.closed" => Moved(line),
        "charter.undone" => Because(line, new Words("Took back: {0}", Choice<CharterStatus>(line, "from").Deed())),
        "charter.time_set" => Because(line, TimeSet(line)),
        "charter.nudged" => "Nudged the crew",
        "charter.overdue" => new Words("Overdue: the return was at {0}", Clock(line, "return")),
        "charter.overdue_acknowledged" => "Took the overdue charter in hand",
        "gate.overridden" => Because(line, new Words("Sailed past the gate ({0})", Listed(Texts(line, "codes").Select(Gate.Word)))),
        "defect.raised" => new Words("Raised a defect of {0}: {1}", NameIn(line, "vessel_id"), Choice<Severity>(line, "severity").Word()),
        "defect.closed" => new Words("Closed a defect of {0}", NameIn(line, "vessel_id")),
        "role.claimed" => new Words("{0} is {1}", NameIn(line, "member_id"), Choice<CrewRole>(line, "role").Word()),
        "role.confirmed" => new Words("{0} confirmed as {1}", NameIn(line, "member_id"), Choice<CrewRole>(line, "role").Word()),
        "role.released" => new Words("{0} is no longer {1}", NameIn(line, "member_id"), Choice<CrewRole>(line, "role").Word()),
        "checklist.started" => new Words("Added the checklist {0}", Subject(line)),
        "checklist.removed" => "Took off a checklist that nobody had begun",
        "item.marked" => new Words("{0}: {1}", Subject(line), Choice<ItemState>(line, "to").Word()),
        "guest.added" => new Words("Put {0} on the list", GuestIn(line)),
        "guest.changed" => new Words("Changed {0} of {1}", FieldsIn(line), GuestIn(line)),
        "guest.removed" => "Took a guest off the list",
        "guest.placed" => new Words("Placed {0}", GuestIn(line)),
        "guest.marked" => new Words("{0}: {1}", GuestIn(line), Choice<Whereabout>(line, "where").Word()),
        "waiver.asked" => new Words("Asked {0} to sign", GuestIn(line)),
        "waiver.signed" => new Words("The waiver of {0} was signed", GuestIn(line)),
        "waiver.held" => "Put a signed waiver on hold",
        "waiver.hold_lifted" => "Lifted the hold of a signed waiver",
        "waiver.erased" => "Erased a signed waiver by rule",
        "head_count.given" => Choice<CountOf>(line, "which") == CountOf.Departure ? new Words("Counted {0} guests going out", Number(line, "guests")) : new Words("Counted {0} guests coming back", Number(line, "guests")),
        "orientation.held" => "Held the safety orientation",
        "count.sent_ashore" => new Words("Sent the count ashore: {0} guests", Number(line, "guests")),
        "incident.noted" => "Noted an incident",
        "member.invited" => new Words("Invited {0}", Subject(line)),
        "member.joined" => new Words("{0} joined the crew", Subject(line)),
        "member.passkey_added" => "Added a passkey",
        "member.passkey_removed" => "Removed a passkey",
        "member.program_made" => "Made a token for a program",
        "member.program_ended" => "Took a program's token back",
        "operator.suspended" => "Suspended the operator, by a command on the server",
        "operator.resumed" => "Opened the operator again, by a command on the server",
        "standing_orders.changed" => new Words("Changed {0} of the standing orders", FieldsIn(line)),
        _ when line.Kind.Split('.') is [var noun, var deed] && Nouns.TryGetValue(noun, out var word) => Kept(line, deed, word),
        _ => line.Kind,
    };

    private Words Kept(LogLine line, string deed, string noun) => deed switch
    {
        "created" => new Words("Added the {0} {1}", new Words(noun), Subject(line)),
        "archived" => new Words("Archived the {0} {1}", new Words(noun), Subject(line)),
        _ => new Words("Changed {0} of the {1} {2}", FieldsIn(line), new Words(noun), Subject(line)),
    };

    private Words Moved(LogLine line)
    {
        var (at, isByClock) = (Clock(line, "at"), line.Facts.GetProperty("by_clock").GetBoolean());
        return Choice<CharterStatus>(line, "to") switch
        {
            CharterStatus.Boarding => isByClock ? new Words("Boarding opened by itself at {0}", at) : "Opened boarding",
            CharterStatus.Underway => isByClock ? new Words("Lines off by the schedule at {0}", at) : new Words("Lines off at {0}", at),
            CharterStatus.Returned => isByClock ? new Words("All fast by the schedule at {0}", at) : new Words("All fast at {0}", at),
            _ => "Put to bed and closed",
        };
    }

    private Words TimeSet(LogLine line)
    {
        Words what = line.Facts.GetProperty("field").GetString() == "actual_departure" ? "Lines off" : "All fast";
        return line.Facts.GetProperty("from").ValueKind == JsonValueKind.Null
            ? new("{0} was at {1}", what, Clock(line, "to"))
            : new("{0} was not at {1} but at {2}", what, Clock(line, "from"), Clock(line, "to"));
    }

    private static Words Because(LogLine line, Words what) =>
        line.Facts.GetProperty("reason").GetString() is { } reason ? new("{0}. Reason: {1}", what, reason) : what;

    private static Words Listed(IEnumerable<Words> all) => all.Aggregate((before, next) => new("{0}, {1}", before, next));

    private static IEnumerable<string> Texts(LogLine line, string field) => line.Facts.GetProperty(field).EnumerateArray().Select(text => text.GetString()!);

    private static T Choice<T>(LogLine line, string field)
        where T : struct, Enum => Wire.TryRead<T>(line.Facts.GetProperty(field).GetString()!, out var value) ? value : default;

    private static string FieldsIn(LogLine line) => string.Join(", ", Texts(line, "fields").Select(field => field.Replace('_', ' ')));

    /// <summary>By the clock where the charter sails; with its day where that is another than the entry's.</summary>
    private string Clock(LogLine line, string field)
    {
        var place = names.CharterOf(line)?.Zone ?? zone;
        var (at, told) = (LocalTime.At(line.Facts.GetProperty(field).GetDateTimeOffset(), place), LocalTime.At(line.At, place));
        return at.ToString(at.Date == told.Date ? "HH:mm" : "d MMM HH:mm", CultureInfo.CurrentCulture);
    }

    private static int Number(LogLine line, string field) => line.Facts.GetProperty(field).GetInt32();

    /// <summary>Who is no longer on the list is named no more.</summary>
    private Words GuestIn(LogLine line) => names.Of(line.SubjectId) is { } name ? new Words("{0}", name) : "a guest";

    private string Subject(LogLine line) => names.Of(line.SubjectId) ?? "";

    private string NameIn(LogLine line, string field) => names.Of(line.Facts.GetProperty(field).GetGuid()) ?? "";
}
