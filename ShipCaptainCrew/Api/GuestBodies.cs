using System.ComponentModel;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Api;

internal sealed record GuestBody
{
    public required string Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    [DefaultValue(false)]
    public bool Minor { get; init; }

    public string? GuardianName { get; init; }

    public string? Needs { get; init; }
}

internal sealed record WhereBody(GuestStatus Where);

/// <summary>The guest on the list who is the same person as the waiting one, if there is one.</summary>
internal sealed record PlaceBody(Guid? SameAs = null);

/// <summary>The number of guests the caller counted.</summary>
internal sealed record HeadCountBody(CountOf Which, int Guests);

/// <summary>The topics that were explained.</summary>
internal sealed record OrientationBody(IReadOnlyList<string> Topics);

internal sealed record IncidentBody(string What);
