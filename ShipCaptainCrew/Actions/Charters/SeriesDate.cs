using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>One date of a planned series: its plan, why it is not possible, and its warnings.</summary>
public sealed record SeriesDate(Plan Plan, LocalizedText? Forbidden, IReadOnlyList<Warning> Warnings);
