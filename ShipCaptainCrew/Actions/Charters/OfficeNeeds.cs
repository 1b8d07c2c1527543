using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>Lists what the office has to do: the overdue, conflicts, today's gaps, later ones, email.</summary>
public sealed class OfficeNeeds(CharterList charters, Conflicts conflicts, OfficeAlerts alerts)
{
    /// <summary>How far ahead charters are looked at.</summary>
    public static readonly TimeSpan LookAhead = TimeSpan.FromDays(28);

    /// <summary>Undelivered emails and past charters older than this are not listed.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(14);

    /// <summary>All needs, and the conflicts among them.</summary>
    public async Task<(IReadOnlyList<Need> Needs, IReadOnlyList<Conflict> Conflicts)> Read(
        Viewer viewer, DateTimeOffset now)
    {
        var (notDelivered, failingSince) = await alerts.Read(viewer.OperatorId, now - LookBack);
        var lines = await charters.Wanting(viewer, now, now - LookBack, now + LookAhead);
        var found = await conflicts.Between(now, now + LookAhead, now);
        return (
            [
                .. Of(viewer, lines, found, now),
                .. OfEmails(viewer, notDelivered), .. OfBackup(viewer, failingSince),
            ], found);
    }

    /// <summary>The needs of charters, most urgent first.</summary>
    /// <param name="lines">Overdue and lapsed charters first, then the others by departure.</param>
    public static IReadOnlyList<Need> Of(
        Viewer viewer, IReadOnlyList<CharterLine> lines, IReadOnlyList<Conflict> conflicts, DateTimeOffset now)
    {
        var late = lines.Where(line => IsLate(line, now)).Select(line => OfLate(viewer, line, now));
        var gaps = lines.Where(line => !IsLate(line, now)).SelectMany(line => OfCrew(viewer, line, now));
        return
        [
            .. late, .. conflicts.Select(conflict => OfConflict(viewer, conflict)),
            .. gaps.OrderByDescending(need => IsToday(need.Line!.Charter, now)),
        ];
    }

    public static IEnumerable<Need> OfEmails(Viewer viewer, int notDelivered)
    {
        if (notDelivered == 0) yield break;
        yield return new()
        {
            Kind = NeedKind.Email,
            Act = notDelivered == 1
                ? "One email was not delivered"
                : new LocalizedText("{0} emails were not delivered", notDelivered),
            Address = viewer.Pages.Letters,
        };
    }

    /// <param name="since">Since when the nightly backup fails (UTC); null if it does not.</param>
    public static IEnumerable<Need> OfBackup(Viewer viewer, DateTimeOffset? since)
    {
        if (since is not { } night) yield break;
        yield return new()
        {
            Kind = NeedKind.Backup,
            Act = new("The nightly backup has failed since {0}. Call whoever runs the server.",
                TimeText.Of(night, viewer.Zone, TimeParts.Date)),
            Address = viewer.May(Right.KeepOrders) ? viewer.Pages.Duties : null,
        };
    }

    private static bool IsLate(CharterLine line, DateTimeOffset now) =>
        line.IsOverdue(now) || line.Charter.HasLapsed(now);

    private static bool IsToday(Charter charter, DateTimeOffset now) =>
        charter.Date <= LocalTime.DateOf(now, charter.Zone);

    private static Need OfLate(Viewer viewer, CharterLine line, DateTimeOffset now) => new()
    {
        Kind = NeedKind.Overdue,
        Act = !line.IsOverdue(now) ? "Did it sail?"
            : line.NameOf(line.Charter.CaptainId) is { Length: > 0 } captain
                ? new LocalizedText("Overdue: call {0}", captain)
                : "Overdue: find the boat",
        Address = viewer.Pages.Charter(line.Charter.Id).Home,
        Line = line,
    };

    private static Need OfConflict(Viewer viewer, Conflict conflict)
    {
        var pages = viewer.Pages.Charter(conflict.Second.CharterId);
        return new()
        {
            Kind = NeedKind.Conflict,
            Act = (conflict.MemberId, conflict.Role) switch
            {
                (null, _) => "Two charters, one boat",
                (_, { } role) => new LocalizedText("Two boats, one {0}", role.Label()),
                _ => "Two boats, one person",
            },
            Address = conflict.Second.Status < CharterStatus.Boarding ? pages.Edit : pages.Home,
            Conflict = conflict,
        };
    }

    private static IEnumerable<Need> OfCrew(Viewer viewer, CharterLine line, DateTimeOffset now)
    {
        var charter = line.Charter;
        if (charter.Status == CharterStatus.Draft)
        {
            yield return Of(NeedKind.Draft, "Publish the draft");
            yield break;
        }

        if (charter.Positions.Any(position => position.IsOpen))
            yield return Of(NeedKind.OpenRole, Find(charter, now));
        var unconfirmed = charter.Positions
            .Where(position => !position.IsOpen && position.ConfirmedAt is null).ToList();
        if (unconfirmed is [var only])
        {
            yield return Of(
                NeedKind.Unconfirmed, new LocalizedText("{0} has not confirmed", line.NameOf(only.MemberId)));
        }
        else if (unconfirmed.Count > 1)
        {
            yield return Of(NeedKind.Unconfirmed, unconfirmed.Count == 2
                ? "Two crew have not confirmed"
                : new LocalizedText("{0} crew have not confirmed", unconfirmed.Count));
        }

        Need Of(NeedKind kind, LocalizedText act) => new()
        {
            Kind = kind,
            Act = act,
            Address = viewer.Pages.Charter(charter.Id).Home,
            Line = line,
        };
    }

    /// <summary>Whom to find; on the day of the charter also by when.</summary>
    private static LocalizedText Find(Charter charter, DateTimeOffset now)
    {
        var roles = charter.Positions.Where(position => position.IsOpen).Select(position => position.Role).ToList();
        var whom = roles.Distinct().Count() > 1 ? new LocalizedText("{0} crew", roles.Count)
            : roles.Count == 1 ? new LocalizedText("a {0}", roles[0].Label())
            : new LocalizedText("{0} {1}", roles.Count, roles[0].Label(roles.Count));
        return IsToday(charter, now) && charter.CallTime is { } call && call > now
            ? new("Find {0} by {1}", whom, TimeText.Of(call, charter.Zone, TimeParts.Time))
            : new("Find {0}", whom);
    }
}
