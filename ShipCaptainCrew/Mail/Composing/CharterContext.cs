using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>A charter and the data around it, as an email about it needs them.</summary>
public sealed record CharterContext(
    OutboxEmail Email, Operator Operator, Charter Charter, string Vessel, IReadOnlyDictionary<Guid, Member> Members)
{
    /// <summary>Such as "Sat, Nov 14, 4:30 PM".</summary>
    public string When => Charter.Departure is { } departure ? $"{Day}, {Clock(departure)}" : Day;

    /// <summary>A short name for the charter: when and on which vessel.</summary>
    public string Trip => $"{When}, {Vessel}";

    /// <summary>The recipient's position; null if they have none.</summary>
    public CrewPosition? Position => Email.MemberId is { } memberId ? Charter.PositionOf(memberId) : null;

    public bool IsOn => Charter.Status is not CharterStatus.Draft and not CharterStatus.Cancelled;

    /// <summary>The guest or the booker; null if the email is to somebody else or they cannot be reached.</summary>
    public Recipient? Outsider { get; init; }

    /// <summary>The language of the recipient, as a two-letter code.</summary>
    public string Language { get; init; } = Languages.English;

    /// <summary>The place whose time the charter goes by, such as San Diego.</summary>
    public string ClockPlace { get; init; } = "";

    /// <summary>Whether an email to guests and booker is to the booker.</summary>
    public bool IsToBooker => Email.MemberId is null && Email.SubjectId == Charter.Id;

    private string Day => TimeText.Day(Charter.Date);

    public Member? Member(Guid? id) => id is null ? null : Members.GetValueOrDefault(id.Value);

    /// <summary>The local time of day of the charter, such as "4:30 PM".</summary>
    public string? Clock(DateTimeOffset? at) =>
        at is null ? null : TimeText.Of(at.Value, Charter.Zone, TimeParts.Time);
}
