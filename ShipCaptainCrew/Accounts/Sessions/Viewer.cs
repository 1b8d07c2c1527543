using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>The member on whose behalf this request is made, as the database says right now.</summary>
public sealed record Viewer
{
    public required Guid PersonId { get; init; }

    public required Guid SessionId { get; init; }

    public required Guid OperatorId { get; init; }

    public required string OperatorSlug { get; init; }

    public required string OperatorName { get; init; }

    public required string TimeZone { get; init; }

    public required Guid MemberId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required MemberRole Role { get; init; }

    public required IReadOnlyList<CrewRole> Qualifications { get; init; }

    /// <summary>When this session signed in (UTC).</summary>
    public DateTimeOffset SignedInAt { get; init; }

    /// <summary>A program, which comes in by a token of its own in somebody's name.</summary>
    public bool IsProgram { get; init; }

    /// <summary>The person may come aboard of other operators, too.</summary>
    public bool HasOtherOperators { get; init; }

    /// <summary>Signed in so lately that nobody else can have picked up the phone since; no program ever did.</summary>
    public bool IsFresh(DateTimeOffset now) => !IsProgram && now - SignedInAt <= Session.Fresh;

    public OperatorPages Pages => new(OperatorSlug);

    public bool IsOffice => Role is not MemberRole.Crew;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public bool May(Right right, Charter? charter = null) =>
        RightsTable.Allow(RightsTable.StandingOf(this, charter), right);

    /// <summary>Drafts are the office's own; all else in the operator is for every member to see.</summary>
    public bool Sees(Charter charter) => charter.Status != CharterStatus.Draft || May(Right.SeeDrafts);

    /// <summary>Lets a minimal API handler take the viewer as a parameter.</summary>
    public static ValueTask<Viewer> BindAsync(HttpContext http) => ValueTask.FromResult(http.Viewer());
}
