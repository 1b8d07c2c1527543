using System.Globalization;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>A charter as a letter about it sees it, now.</summary>
public sealed record CharterContext(
    OutboxEmail Email, Operator Operator, Charter Charter, string Vessel, IReadOnlyDictionary<Guid, Member> Members)
{
    /// <summary>Such as "Sat 14 Nov 16:30".</summary>
    public string When => Charter.Departure is { } departure ? $"{Day} {Clock(departure)}" : Day;

    /// <summary>What tells one charter from another in few words.</summary>
    public string Trip => $"{When}, {Vessel}";

    public CrewPosition? Position => Email.MemberId is { } memberId ? Charter.PositionOf(memberId) : null;

    public bool IsOn => Charter.Status is not CharterStatus.Draft and not CharterStatus.Cancelled;

    public DateTimeOffset End => Charter.Return ?? Charter.Departure ?? Charter.SortAt.AddDays(1);

    private string Day => Charter.Date.ToString("ddd d MMM", CultureInfo.CurrentCulture);

    public Member? Member(Guid? id) => id is null ? null : Members.GetValueOrDefault(id.Value);

    public string? Clock(DateTimeOffset? at) =>
        at is null ? null : LocalTime.At(at.Value, Charter.Zone).ToString("HH:mm", CultureInfo.CurrentCulture);
}
