using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.TimeZones;

namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>The member who makes this request, as in the database when the request began.</summary>
public sealed record Viewer
{
    public required Guid PersonId { get; init; }

    public required Guid SessionId { get; init; }

    public required Guid OperatorId { get; init; }

    public required string OperatorSlug { get; init; }

    public required string OperatorName { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>How the operator's times and dates look; a name of <see cref="Locales"/>.</summary>
    public required string Locale { get; init; }

    /// <summary>The name of the operator's home port, if it was given one.</summary>
    public required string PortName { get; init; }

    public required Guid MemberId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required MemberRole Role { get; init; }

    public required IReadOnlyList<CrewRole> Qualifications { get; init; }

    /// <summary>When this session was started (UTC).</summary>
    public DateTimeOffset SignedInAt { get; init; }

    /// <summary>When this session ends at the latest (UTC).</summary>
    public DateTimeOffset SessionEndsAt { get; init; }

    /// <summary>Whether the request is made with a program's own token.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Whether the person is also an active member of other active operators.</summary>
    public bool HasOtherOperators { get; init; }

    /// <summary>Whether the sign-in is recent enough for sensitive actions; never true for a program.</summary>
    public bool IsFresh(DateTimeOffset now) => !IsProgram && now - SignedInAt <= Session.FreshFor;

    /// <summary>Whether another reading of the viewer found the same.</summary>
    public bool IsSameAs(Viewer other) =>
        ReferenceEquals(this, other)
            || (this == other with { Qualifications = Qualifications }
                && Qualifications.SequenceEqual(other.Qualifications));

    public OperatorPages Pages => new(OperatorSlug);

    public bool IsOffice => Role is not MemberRole.Crew;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>The place whose clocks show the operator's times, such as San Diego.</summary>
    public string Place => PlaceOf(TimeZone);

    /// <inheritdoc cref="ZoneName.Place"/>
    public string PlaceOf(string zone, Vessel? vessel = null) => ZoneName.Place(zone, (PortName, TimeZone), vessel);

    public bool May(Right right, Charter? charter = null) =>
        RightsTable.Allow(RightsTable.StandingOf(Role, MemberId, charter), right);

    /// <summary>Drafts are visible only with the right to see drafts; every member sees all other charters.</summary>
    public bool Sees(Charter charter) => charter.Status != CharterStatus.Draft || May(Right.SeeDrafts);

    /// <summary>Lets a minimal API handler take the viewer as a parameter.</summary>
    public static ValueTask<Viewer> BindAsync(HttpContext http) => ValueTask.FromResult(http.Viewer());
}
