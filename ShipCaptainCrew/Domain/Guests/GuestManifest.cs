using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Domain.Guests;

/// <summary>The guests of one charter as the gate sees them: the list, waivers, head counts and orientation.</summary>
/// <param name="Guests">All guests, in order.</param>
/// <param name="Muster">Null if nobody was counted.</param>
/// <param name="SignsWaiver">Whether the charter has a waiver to sign.</param>
public sealed record GuestManifest(IReadOnlyList<Guest> Guests, Muster? Muster, bool SignsWaiver)
{
    public const string WaiverUnsigned = "waiver_unsigned";
    public const string HeadCountMissing = "head_count_missing";
    public const string HeadCountMismatch = "head_count_mismatch";
    public const string OrientationMissing = "orientation_missing";
    public const string CountNotSentAshore = "count_not_sent_ashore";

    public static readonly GuestManifest Nobody = new([], null, false);

    /// <summary>
    /// Guests who were not asked to sign because their mailbox had its emails of the day. Only pages that show it load
    /// it.
    /// </summary>
    public IReadOnlySet<Guid> NotMailed { get; init; } = new HashSet<Guid>();

    public IEnumerable<Guest> Coming => Guests.Where(guest => guest.IsComing);

    /// <summary>Guests who were added by a link and are not on the list yet.</summary>
    public IEnumerable<Guest> Waiting => Guests.Where(guest => !guest.IsPlaced);

    /// <summary>
    /// The guests on the list who may be the same person as a waiting one: those of the same or a similar name.
    /// </summary>
    public IEnumerable<Guest> SameAs(Guest waiting)
    {
        var name = new PersonName(waiting.Name);
        return Guests.Where(guest => guest.IsPlaced && guest.IsMinor == waiting.IsMinor
            && new PersonName(guest.Name).IsSimilar(name));
    }

    public int Boarded => Guests.Count(guest => guest.BoardedAt is not null);

    /// <summary>
    /// Whether the expected number is hidden from a crew member, so that they count without knowing it.
    /// </summary>
    public bool IsBlind(CountOf which, Charter charter, Guid memberId) =>
        !charter.IsOver && charter.Positions.Any(position => position.MemberId == memberId)
            && Muster?.LatestOf(which, memberId) is null;

    public int Signed => Coming.Count(guest => guest.HasSigned);

    public IEnumerable<Guest> Unsigned => SignsWaiver ? Coming.Where(guest => !guest.HasSigned) : [];

    /// <summary>What blocks lines off because of the guests. Empty if the charter has no guest list.</summary>
    /// <param name="crewAboard">The number of crew; with two or more, two of them must count.</param>
    public IEnumerable<Blocker> Blockers(int crewAboard)
    {
        if (!Coming.Any()) return [];
        return [.. Waivers(), .. Counts(CountOf.Departure, crewAboard), .. Orientation(), .. Ashore()];
    }

    /// <summary>What is wrong with the head counts at departure or return; empty if they agree.</summary>
    public IEnumerable<Blocker> Counts(CountOf which, int crewAboard)
    {
        var latest = Muster?.Latest(which) ?? [];
        var required = crewAboard >= 2 ? 2 : 1;
        if (latest.Count < required) yield return new(HeadCountMissing, CountsMissing(required, latest.Count), true);

        if (latest.Any(count => count.Guests != Boarded))
        {
            yield return new(
                HeadCountMismatch,
                new LocalizedText(
                    "The head counts do not match: {0} counted, {1} boarded on the list.",
                    string.Join(", ", latest.Select(count => count.Guests)),
                    Boarded),
                MayBeOverridden: true);
        }
    }

    /// <summary>What is wrong with the head counts at return; empty if no guests were aboard.</summary>
    public IEnumerable<Blocker> CountsBack(int crewAboard) => Boarded == 0 ? [] : Counts(CountOf.Return, crewAboard);

    private static LocalizedText CountsMissing(int required, int given) => (required, given) switch
    {
        (1, _) => "Somebody must count the guests.",
        (_, 0) => "Two people must each count the guests.",
        _ => "Somebody else must count the guests too.",
    };

    private IEnumerable<Blocker> Waivers() =>
        Unsigned.Select(guest =>
            new Blocker(WaiverUnsigned, new LocalizedText("Waiver not signed: {0}", guest.Name), true, guest.Id));

    /// <summary>Guests who boarded after the safety orientation.</summary>
    public IEnumerable<Guest> Late(Orientation held) => Guests.Where(guest => guest.BoardedAt > held.At);

    /// <summary>Members whose names the head count page shows.</summary>
    public IEnumerable<Guid> MembersNamed =>
        Muster is null
            ? []
            : new[] { Muster.Orientation?.By, Muster.Ashore?.By, Muster.Incident?.By }
                .Concat(Muster.Counts.Select(count => (Guid?)count.MemberId)).OfType<Guid>().Distinct();

    private IEnumerable<Blocker> Orientation()
    {
        if (Muster?.Orientation is not { } held)
        {
            yield return new(OrientationMissing, "The safety talk has not been given.", true);
        }
        else if (Late(held).Count() is > 0 and var late)
        {
            yield return new(
                OrientationMissing, new LocalizedText("{0} boarded after the safety talk.", late), true);
        }
    }

    private IEnumerable<Blocker> Ashore()
    {
        if (Muster?.Ashore is not { } sent)
        {
            yield return new(CountNotSentAshore, "The count has not been sent ashore.", true);
        }
        else if (sent.Guests != Boarded)
        {
            yield return new(
                CountNotSentAshore,
                new LocalizedText("Guests reported ashore: {0}; aboard now: {1}.", sent.Guests, Boarded),
                MayBeOverridden: true);
        }
    }
}
