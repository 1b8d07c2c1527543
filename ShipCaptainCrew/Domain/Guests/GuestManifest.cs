using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Domain.Guests;

/// <summary>
/// Who sails as a guest on one charter, as far as the gate asks: the list, what was signed, counted and said.
/// </summary>
/// <param name="Guests">All on the list, in order.</param>
/// <param name="Muster">Null while nobody was counted.</param>
/// <param name="SignsWaiver">Whether guests of this charter have a waiver to sign.</param>
public sealed record GuestManifest(IReadOnlyList<Guest> Guests, Muster? Muster, bool SignsWaiver)
{
    public const string WaiverUnsigned = "waiver_unsigned";
    public const string HeadCountMissing = "head_count_missing";
    public const string HeadCountMismatch = "head_count_mismatch";
    public const string OrientationMissing = "orientation_missing";
    public const string CountNotSentAshore = "count_not_sent_ashore";

    public static readonly GuestManifest Nobody = new([], null, false);

    public IEnumerable<Guest> Coming => Guests.Where(guest => guest.IsComing);

    /// <summary>Walked up, and not yet taken onto the list.</summary>
    public IEnumerable<Guest> Waiting => Guests.Where(guest => !guest.IsPlaced);

    public int Boarded => Guests.Count(guest => guest.BoardedAt is not null);

    /// <summary>
    /// Who has not counted yet counts with their own eyes: until then they are not shown how many should be there.
    /// </summary>
    public bool IsBlind(CountOf which, Charter charter, Guid memberId) =>
        !charter.IsOver && charter.Positions.Any(position => position.MemberId == memberId)
            && Muster?.LatestOf(which, memberId) is null;

    public int Signed => Coming.Count(guest => guest.HasSigned);

    public IEnumerable<Guest> Unsigned => SignsWaiver ? Coming.Where(guest => !guest.HasSigned) : [];

    /// <summary>
    /// What of the guests holds the boat. A charter without a list of guests has nobody to account for.
    /// </summary>
    /// <param name="crewAboard">Where two or more sail as crew, two of them count.</param>
    public IEnumerable<Blocker> Blockers(int crewAboard)
    {
        if (!Coming.Any()) return [];
        return [.. Waivers(), .. Counts(CountOf.Departure, crewAboard), .. Orientation(), .. Ashore()];
    }

    /// <summary>What is wrong with the count going out or coming back, in words; nothing where all agree.</summary>
    public IEnumerable<Blocker> Counts(CountOf which, int crewAboard)
    {
        var latest = Muster?.Latest(which) ?? [];
        var wanted = crewAboard >= 2 ? 2 : 1;
        if (latest.Count < wanted) yield return new(HeadCountMissing, Wanted(wanted, latest.Count), true);

        if (latest.Any(count => count.Guests != Boarded))
        {
            yield return new(HeadCountMismatch,
                new LocalizedText("The head counts do not agree: {0} counted, {1} boarded by the list.",
                    string.Join(", ", latest.Select(count => count.Guests)), Boarded),
                true);
        }
    }

    /// <summary>The same of a charter that is back: whoever sailed with nobody has nobody to count.</summary>
    public IEnumerable<Blocker> CountsBack(int crewAboard) => Boarded == 0 ? [] : Counts(CountOf.Return, crewAboard);

    private static LocalizedText Wanted(int wanted, int given) => (wanted, given) switch
    {
        (1, _) => "A head count is wanted.",
        (_, 0) => "Two head counts are wanted, by two people.",
        _ => "One more head count is wanted, by somebody else.",
    };

    private IEnumerable<Blocker> Waivers() =>
        Unsigned.Select(
            guest =>
                new Blocker(WaiverUnsigned, new LocalizedText("Waiver not signed: {0}", guest.Name), true, guest.Id));

    /// <summary>Who boarded after the talk has not heard it.</summary>
    public IEnumerable<Guest> Late(Orientation held) => Guests.Where(guest => guest.BoardedAt > held.At);

    /// <summary>Members whose names the muster needs.</summary>
    public IEnumerable<Guid> MembersNamed =>
        Muster is null ? [] : new[] { Muster.Orientation?.By, Muster.Ashore?.By, Muster.Incident?.By }
        .Concat(Muster.Counts.Select(count => (Guid?)count.MemberId)).OfType<Guid>().Distinct();

    private IEnumerable<Blocker> Orientation()
    {
        if (Muster?.Orientation is not { } held)
            yield return new(OrientationMissing, "The safety orientation has not been held.", true);
        else if (Late(held).Count() is > 0 and var late)
        {
            yield return new(
                OrientationMissing, new LocalizedText("{0} boarded after the safety orientation.", late), true);
        }
    }

    private IEnumerable<Blocker> Ashore()
    {
        if (Muster?.Ashore is not { } sent)
            yield return new(CountNotSentAshore, "The count has not been sent ashore.", true);
        else if (sent.Guests != Boarded)
            yield return new(CountNotSentAshore,
                new LocalizedText("{0} guests were told ashore; {1} are aboard now.", sent.Guests, Boarded), true);
    }
}
