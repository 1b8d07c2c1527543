using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Api;

/// <summary>A defect; it is open while <c>closed_at</c> is null.</summary>
internal sealed record DefectJson
{
    public required Guid Id { get; init; }

    public required Guid VesselId { get; init; }

    public required string What { get; init; }

    public required Severity Severity { get; init; }

    public required Guid? CharterId { get; init; }

    public required Guid? ItemId { get; init; }

    public required Guid? RaisedBy { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public required string? Remedy { get; init; }

    public required Guid? ClosedBy { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public static DefectJson Of(Defect d) =>
        new()
        {
            Id = d.Id,
            VesselId = d.VesselId,
            What = d.What,
            Severity = d.Severity,
            CharterId = d.CharterId,
            ItemId = d.ItemId,
            RaisedBy = d.RaisedBy,
            RaisedAt = d.RaisedAt,
            Remedy = d.Remedy,
            ClosedBy = d.ClosedBy,
            ClosedAt = d.ClosedAt,
        };
}
