using System.Linq.Expressions;

namespace ShipCaptainCrew.Domain.Guests;

/// <summary>
/// A passenger on a charter. A guest is not crew and has no account; their link lets them sign the waiver.
/// </summary>
public sealed partial class Guest : OwnedEntity, ISearchable
{
    /// <summary>Refusal code for what can only be done with a guest who is on the list.</summary>
    public const string NotPlaced = "not_placed";

    private Guest()
    {
    }

    /// <param name="isPlaced">
    /// Whether the guest is on the list at once although a link added them: a child whom the guardian's own link adds.
    /// </param>
    public Guest(
        Guid operatorId, Guid charterId, GuestDetails details, GuestSource source, Actor actor, bool isPlaced = false)
        : base(operatorId)
    {
        (CharterId, Source, AddedAt) = (charterId, source, actor.At);
        IsPlaced = isPlaced || IsFromOffice;
        Write(details);
        Raise(new GuestAdded(charterId, Id, source));
    }

    public Guid CharterId { get; private set; }
    public string Name { get; private set; } = "";
    public string? Email { get; private set; }
    public string? Phone { get; private set; }
    public bool IsMinor { get; private set; }
    public string? GuardianName { get; private set; }
    public string? Needs { get; private set; }
    public GuestSource Source { get; private set; }

    /// <summary>Whether the office entered the guest. Otherwise anybody with a shared link may have.</summary>
    public bool IsFromOffice => Source is GuestSource.Office or GuestSource.Import;

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>
    /// Whether the guest is on the list. Guests who were added by a party's link or at the dock wait for the crew.
    /// </summary>
    public bool IsPlaced { get; private set; }

    /// <summary>When they arrived at the dock (UTC).</summary>
    public DateTimeOffset? ArrivedAt { get; private set; }

    /// <summary>When they boarded (UTC).</summary>
    public DateTimeOffset? BoardedAt { get; private set; }

    public DateTimeOffset? NoShowAt { get; private set; }

    /// <summary>On the list and not a no-show, as an expression for database queries.</summary>
    public static readonly Expression<Func<Guest, bool>> Coming = guest => guest.IsPlaced && guest.NoShowAt == null;

    private static readonly Func<Guest, bool> IsComingFilter = Coming.Compile();

    /// <inheritdoc cref="Coming" />
    public bool IsComing => IsComingFilter(this);

    SearchKind ISearchable.SearchKind => SearchKind.Guest;

    IEnumerable<string?> ISearchable.SearchTexts => [Name, GuardianName];

    public GuestDetails Details => new()
    {
        Name = Name,
        Email = Email,
        Phone = Phone,
        IsMinor = IsMinor,
        GuardianName = GuardianName,
        Needs = Needs,
    };

    public void Change(GuestDetails details)
    {
        var changed = FieldDifferences.Differing(Details, details).ToList();
        if (changed.Count == 0) return;
        if (HasSigned) UpdateSignature(details);
        Write(details);
        Raise(new GuestChanged(CharterId, Id, changed));
    }

    /// <summary>Removes the guest from the list.</summary>
    public void Remove() => Raise(new GuestRemoved(CharterId, Id));

    /// <summary>Puts a waiting guest on the list.</summary>
    public void Place()
    {
        if (IsPlaced) return;
        IsPlaced = true;
        Raise(new GuestPlaced(CharterId, Id));
    }

    /// <summary>
    /// Sets where the guest is: expected, arrived at the dock, boarded, or no-show. Repeating it changes nothing.
    /// </summary>
    public Refusal? Mark(GuestStatus status, Actor actor)
    {
        if (status == Where) return null;
        if (!IsPlaced) return MustBePlaced();
        ArrivedAt = status is GuestStatus.Arrived or GuestStatus.Boarded ? ArrivedAt ?? actor.At : null;
        BoardedAt = status is GuestStatus.Boarded ? actor.At : null;
        NoShowAt = status is GuestStatus.NoShow ? actor.At : null;
        Raise(new GuestMarked(CharterId, Id, status));
        return null;
    }

    public GuestStatus Where =>
        NoShowAt is not null ? GuestStatus.NoShow
        : BoardedAt is not null ? GuestStatus.Boarded
        : ArrivedAt is not null ? GuestStatus.Arrived
        : GuestStatus.Expected;

    /// <summary>Deletes the special needs.</summary>
    public void ForgetNeeds()
    {
        if (Needs is null) return;
        Needs = null;
        Raise(new GuestChanged(CharterId, Id, ["needs"]));
    }

    private Refusal MustBePlaced() => Refusal.Conflict(
        NotPlaced, new LocalizedText("{0} is not on the list yet. Add them first.", Name));

    private void Write(GuestDetails details)
    {
        if (details.IsMinor != IsMinor) OfAgeOn = null;
        (Name, Email, Phone, IsMinor, GuardianName, Needs) =
        (details.Name, details.Email, details.Phone, details.IsMinor, details.GuardianName, details.Needs);
    }
}
