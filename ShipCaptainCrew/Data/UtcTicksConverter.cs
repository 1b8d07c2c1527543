using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ShipCaptainCrew.Data;

/// <summary>Keeps an instant as UTC ticks: SQLite can neither order nor compare a DateTimeOffset.</summary>
public sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
