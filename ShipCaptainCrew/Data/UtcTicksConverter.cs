using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ShipCaptainCrew.Data;

/// <summary>Stores an instant as UTC ticks, because SQLite cannot order or compare a DateTimeOffset.</summary>
public sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
