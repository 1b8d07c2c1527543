using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>What <see cref="Turn"/> decides by: the state of a charter and the part of one person in it.</summary>
public sealed record TurnFacts
{
    /// <summary>The crew's list counts as due from this long before they must be aboard.</summary>
    private static readonly TimeSpan SoonBefore = TimeSpan.FromHours(1);

    public required CharterStatus Status { get; init; }

    /// <summary>Whether the person is the captain or the first mate.</summary>
    public bool Runs { get; init; }

    /// <summary>Whether the person has any position.</summary>
    public bool IsAboard { get; init; }

    public bool IsOffice { get; init; }

    /// <summary>Whether the person may plan and publish charters.</summary>
    public bool Plans { get; init; }

    /// <summary>Whether the person may change the status; the office may, also ashore.</summary>
    public bool MayRun { get; init; }

    /// <summary>Whether the person holds a position and has not confirmed it.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>Whether a position is open for which the person is qualified, and they have none.</summary>
    public bool MayClaim { get; init; }

    public int OpenPositions { get; init; }

    /// <summary>How many people can be nudged because somebody has not confirmed; none just after a nudge.</summary>
    public int ToNudge { get; init; }

    public bool IsSoon { get; init; }

    /// <summary>Whether boarding does not open at a time.</summary>
    public bool OpensByHand { get; init; }

    public bool HasLapsed { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Required items not done: before departure or, once returned, after it.</summary>
    public int ItemsLeft { get; init; }

    /// <summary>Whether nothing blocks lines off.</summary>
    public bool IsClear { get; init; }

    /// <summary>Blockers that nobody can override.</summary>
    public int Stops { get; init; }

    public int Unsigned { get; init; }

    public int NotAboard { get; init; }

    /// <summary>Whether a head count is wanted from this person: theirs is missing, or the counts differ.</summary>
    public bool WantsCount { get; init; }

    public bool WantsTalk { get; init; }

    public bool WantsAshore { get; init; }

    /// <summary>Reads the facts from a charter that was loaded with its guests.</summary>
    public static TurnFacts Of(CharterView view, Viewer viewer, DateTimeOffset now)
    {
        var (charter, position) = (view.Charter, view.Charter.PositionOf(viewer.MemberId));
        var isBack = charter.Status == CharterStatus.Returned;
        var blockers = isBack ? view.MiscountedBack : view.Blockers;
        return new()
        {
            Status = charter.StatusAt(now),
            Runs = position?.Role is CrewRole.Captain or CrewRole.FirstMate,
            IsAboard = position is not null,
            IsOffice = viewer.IsOffice,
            Plans = viewer.May(Right.PlanCharters),
            MayRun = viewer.May(Right.RunLifecycle, charter),
            IsUnconfirmed = position is { ConfirmedAt: null },
            MayClaim = position is null && OpenRole(charter, viewer.Qualifications) is not null,
            OpenPositions = charter.Positions.Count(candidate => candidate.IsOpen),
            ToNudge = AwaitsOthers(charter, viewer) && charter.MayNudge(now) ? view.ToNudge.Count : 0,
            IsSoon = charter.CallTime is { } call
                ? call - SoonBefore <= now : LocalTime.DateOf(now, charter.Zone) >= charter.Date,
            OpensByHand = charter.BoardingTime is null || charter.ClockHeld,
            HasLapsed = charter.HasLapsed(now),
            IsOverdue = charter.IsOverdue(now, view.Grace),
            ItemsLeft = view.ItemsLeft(isBack ? Phase.PostReturn : Phase.PreDeparture).Count(),
            IsClear = blockers.Count == 0,
            Stops = blockers.Count(line => !line.MayBeOverridden),
            Unsigned = view.Manifest.Unsigned.Count(),
            NotAboard = view.Manifest.Coming.Count(guest => guest.BoardedAt is null),
            WantsCount = WantsCountFrom(viewer.MemberId, view.Manifest, blockers, isBack),
            WantsTalk = Has(blockers, GuestManifest.OrientationMissing),
            WantsAshore = Has(blockers, GuestManifest.CountNotSentAshore),
        };
    }

    /// <summary>The first role with an open position, of those given; null if there is none.</summary>
    public static CrewRole? OpenRole(Charter charter, IEnumerable<CrewRole>? roles = null) =>
        charter.Positions.Where(position => position.IsOpen && roles?.Contains(position.Role) != false)
            .OrderBy(position => position.Role).FirstOrDefault()?.Role;

    private static bool AwaitsOthers(Charter charter, Viewer viewer) => charter.Positions.Any(position =>
        position is { IsOpen: false, ConfirmedAt: null } && position.MemberId != viewer.MemberId);

    private static bool WantsCountFrom(
        Guid memberId, GuestManifest manifest, IReadOnlyList<Blocker> blockers, bool isBack)
    {
        var which = isBack ? CountOf.Return : CountOf.Departure;
        return Has(blockers, GuestManifest.HeadCountMismatch)
            || (Has(blockers, GuestManifest.HeadCountMissing)
                && manifest.Muster?.LatestOf(which, memberId) is null);
    }

    private static bool Has(IReadOnlyList<Blocker> blockers, string code) =>
        blockers.Any(blocker => blocker.Code == code);
}
