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
/// <param name="names">Of the operator's members.</param>
internal sealed class LogSentences(CharterSheet sheet, IReadOnlyDictionary<Guid, string> names)
{
    public Words What(LogLine line) => line.Kind switch
    {
        "charter.created" => "Planned the charter",
        "charter.changed" => new Words("Changed {0}", string.Join(", ", Texts(line, "fields").Select(field => field.Replace('_', ' ')))),
        "charter.published" => "Published it",
        "charter.cancelled" => "Cancelled it",
        "charter.joined_series" => "Put it into a weekly series",
        "charter.boarding" or "charter.underway" or "charter.returned" or "charter.closed" => Moved(line),
        "charter.undone" => Because(line, new Words("Took back: {0}", Choice<CharterStatus>(line, "from").Deed())),
        "charter.time_set" => Because(line, TimeSet(line)),
        "charter.nudged" => "Nudged the crew",
        "charter.overdue" => new Words("Overdue: the return was at {0}", Clock(line, "return")),
        "charter.overdue_acknowledged" => "Took the overdue charter in hand",
        "gate.overridden" => Because(line, new Words("Sailed past the gate ({0})", Listed(Texts(line, "codes").Select(Gate.Word)))),
        "defect.raised" => new Words("Raised a defect: {0}", Choice<Severity>(line, "severity").Word()),
        "defect.closed" => "Closed a defect",
        "role.claimed" => new Words("{0} is {1}", NameIn(line), Choice<CrewRole>(line, "role").Word()),
        "role.confirmed" => new Words("{0} confirmed as {1}", NameIn(line), Choice<CrewRole>(line, "role").Word()),
        "role.released" => new Words("{0} is no longer {1}", NameIn(line), Choice<CrewRole>(line, "role").Word()),
        "checklist.started" => new Words("Added the checklist {0}", sheet.Checklists.FirstOrDefault(list => list.Id == line.SubjectId)?.Name ?? ""),
        "checklist.removed" => "Took off a checklist that nobody had begun",
        "item.marked" => new Words("{0}: {1}", ItemIn(line), Choice<ItemState>(line, "to").Word()),
        "guest.added" => new Words("Put {0} on the list", GuestIn(line)),
        "guest.changed" => new Words("Changed {0} of {1}", string.Join(", ", Texts(line, "fields").Select(field => field.Replace('_', ' '))), GuestIn(line)),
        "guest.removed" => "Took a guest off the list",
        "guest.placed" => new Words("Placed {0}", GuestIn(line)),
        "guest.marked" => new Words("{0}: {1}", GuestIn(line), Choice<Whereabout>(line, "where").Word()),
        "waiver.signed" => new Words("The waiver of {0} was signed", GuestIn(line)),
        "waiver.held" => "Put a signed waiver on hold",
        "waiver.hold_lifted" => "Lifted the hold of a signed waiver",
        "waiver.erased" => "Erased a signed waiver by rule",
        "head_count.given" => Choice<CountOf>(line, "which") == CountOf.Departure ? new Words("Counted {0} guests going out", Number(line, "guests")) : new Words("Counted {0} guests coming back", Number(line, "guests")),
        "orientation.held" => "Held the safety orientation",
        "count.sent_ashore" => new Words("Sent the count ashore: {0} guests", Number(line, "guests")),
        "incident.noted" => "Noted an incident",
        _ => line.Kind,
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

    /// <summary>By the clock where the charter sails; with its day where that is another than the entry's.</summary>
    private string Clock(LogLine line, string field)
    {
        var (at, told) = (LocalTime.At(line.Facts.GetProperty(field).GetDateTimeOffset(), sheet.Charter.Zone), LocalTime.At(line.At, sheet.Charter.Zone));
        return at.ToString(at.Date == told.Date ? "HH:mm" : "d MMM HH:mm", CultureInfo.CurrentCulture);
    }

    private static int Number(LogLine line, string field) => line.Facts.GetProperty(field).GetInt32();

    /// <summary>Who is no longer on the list is named no more.</summary>
    private Words GuestIn(LogLine line) => sheet.Company.Guests.FirstOrDefault(guest => guest.Id == line.SubjectId)?.Name is { } name ? new Words("{0}", name) : "a guest";

    private string NameIn(LogLine line) => names.GetValueOrDefault(line.Facts.GetProperty("member_id").GetGuid(), "");

    private string ItemIn(LogLine line) => sheet.Checklists.SelectMany(list => list.Items).FirstOrDefault(item => item.Id == line.SubjectId)?.Text ?? "";
}
