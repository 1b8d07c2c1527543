using System.Linq.Expressions;

namespace ShipCaptainCrew.Domain.Guests;

/// <summary>How a guest came onto the list.</summary>
public enum GuestSource { Office, PartyLink, DockLink, Import }

/// <summary>
/// One of the people who sail for hire on a charter. A guest is not crew and has no account: their link is their right
/// to sign.
/// </summary>
public sealed class Guest : OwnedEntity
{
    private Guest()
    {
    }

    public Guest(Guid operatorId, Guid charterId, GuestDetails details, GuestSource source, Actor actor)
        : base(operatorId)
    {
        (CharterId, Source, AddedAt, IsPlaced) = (charterId, source, actor.At, source != GuestSource.DockLink);
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
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Somebody who walked up and added themselves is placed by the crew.</summary>
    public bool IsPlaced { get; private set; }

    /// <summary>On the dock (UTC).</summary>
    public DateTimeOffset? ArrivedAt { get; private set; }

    /// <summary>Aboard (UTC).</summary>
    public DateTimeOffset? BoardedAt { get; private set; }

    public DateTimeOffset? NoShowAt { get; private set; }

    /// <summary>
    /// The waiver that was signed by this guest or for them; the record itself outlives the guest's removal.
    /// </summary>
    public Guid? WaiverId { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>
    /// Who signed, where that is another name than the guest's own: a minor's guardian, another spelling, or somebody
    /// else with the link.
    /// </summary>
    public string? SignerName { get; private set; }

    public bool HasSigned => WaiverId is not null;

    /// <summary>On the list and sails, as far as anybody knows; for the database to ask.</summary>
    public static readonly Expression<Func<Guest, bool>> Coming = guest => guest.IsPlaced && guest.NoShowAt == null;

    private static readonly Func<Guest, bool> Comes = Coming.Compile();

    /// <inheritdoc cref="Coming" />
    public bool IsComing => Comes(this);

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
        if (HasSigned) KeepTrueOf(details);
        Write(details);
        Raise(new GuestChanged(CharterId, Id, changed));
    }

    /// <summary>Taken off the list.</summary>
    public void Remove() => Raise(new GuestRemoved(CharterId, Id));

    /// <summary>The crew takes a walk-up aboard the list.</summary>
    public void Place()
    {
        if (IsPlaced) return;
        IsPlaced = true;
        Raise(new GuestPlaced(CharterId, Id));
    }

    /// <summary>
    /// Says where the guest is: expected, arrived on the dock, boarded, or not coming. An absolute state, so that a tap
    /// twice is a tap once.
    /// </summary>
    public Refusal? Mark(GuestStatus where, Actor actor)
    {
        if (where == Where) return null;
        if (!IsPlaced)
            return Refusal.Conflict(
                "not_placed", new LocalizedText("{0} walked up and is not on the list yet. Place them first.", Name));
        ArrivedAt = where is GuestStatus.Arrived or GuestStatus.Boarded ? ArrivedAt ?? actor.At : null;
        BoardedAt = where is GuestStatus.Boarded ? actor.At : null;
        NoShowAt = where is GuestStatus.NoShow ? actor.At : null;
        Raise(new GuestMarked(CharterId, Id, where));
        return null;
    }

    public GuestStatus Where =>
        NoShowAt is not null
            ? GuestStatus.NoShow
            : BoardedAt is not null
                ? GuestStatus.Boarded : ArrivedAt is not null ? GuestStatus.Arrived : GuestStatus.Expected;

    /// <summary>A waiver was signed by them or for them. The first one stands.</summary>
    public void Sign(Guid waiverId, string signerName, Actor actor)
    {
        if (HasSigned) return;
        (WaiverId, SignedAt, SignerName) = (waiverId, actor.At, Signing.SameName(signerName, Name) ? null : signerName);
        Raise(new WaiverSigned(CharterId, Id, waiverId));
    }

    /// <summary>Has the link to sign by mailed, once more.</summary>
    public Refusal? AskToSign()
    {
        if (HasSigned) return Refusal.Conflict("signed", new LocalizedText("{0} has signed.", Name));
        if (Email is null)
            return Refusal.Conflict(
                "no_address", new LocalizedText("No e-mail address of {0} is known. Show the link instead.", Name));
        Raise(new WaiverAsked(CharterId, Id));
        return null;
    }

    /// <summary>What nobody needs to know any more is gone.</summary>
    public void ForgetNeeds()
    {
        if (Needs is null) return;
        Needs = null;
        Raise(new GuestChanged(CharterId, Id, ["needs"]));
    }

    /// <summary>
    /// Another name does not become the signer's: who signed stands beside it from now on. And what somebody signed for
    /// themselves does not hold for a minor.
    /// </summary>
    private void KeepTrueOf(GuestDetails details)
    {
        if (details.IsMinor && !IsMinor) (WaiverId, SignedAt, SignerName) = (null, null, null);
        else if (!Signing.SameName(details.Name, Name)) SignerName ??= Name;
    }

    private void Write(GuestDetails details) =>
        (Name, Email, Phone, IsMinor, GuardianName, Needs) = (details.Name, details.Email, details.Phone,
            details.IsMinor, details.GuardianName, details.Needs);
}

/// <summary>Where a guest is before lines off.</summary>
public enum GuestStatus { Expected, Arrived, Boarded, NoShow }

public sealed record GuestAdded(Guid Charter, Guid GuestId, GuestSource Source)
    : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "guest.added";
}

public sealed record GuestChanged(Guid Charter, Guid GuestId, IReadOnlyList<string> Fields)
    : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "guest.changed";
}

public sealed record GuestRemoved(Guid Charter, Guid GuestId) : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "guest.removed";
}

public sealed record GuestPlaced(Guid Charter, Guid GuestId) : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "guest.placed";
}

public sealed record GuestMarked(Guid Charter, Guid GuestId, GuestStatus Where) : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "guest.marked";
}

public sealed record WaiverAsked(Guid Charter, Guid GuestId) : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "waiver.asked";
}

public sealed record WaiverSigned(Guid Charter, Guid GuestId, Guid WaiverId) : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "waiver.signed";
}
