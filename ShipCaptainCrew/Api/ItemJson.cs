using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Api;

internal sealed record ItemJson
{
    public required Guid Id { get; init; }

    public required string Text { get; init; }

    public required bool Required { get; init; }

    public required ItemState State { get; init; }

    public required int Version { get; init; }

    public required Guid? ChangedBy { get; init; }

    public required DateTimeOffset? ChangedAt { get; init; }

    public static ItemJson Of(ChecklistItem item) => new()
    {
        Id = item.Id,
        Text = item.Text,
        Required = item.Required,
        State = item.State,
        Version = item.Version,
        ChangedBy = item.ChangedBy,
        ChangedAt = item.ChangedAt,
    };
}
