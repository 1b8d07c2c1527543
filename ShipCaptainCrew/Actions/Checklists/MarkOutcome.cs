using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Actions.Checklists;

/// <summary>The outcome of marking items.</summary>
/// <param name="Saved">
/// What was saved, so that the response needs no second reading; null after a refusal or a repeated request.
/// </param>
public sealed record MarkOutcome(Outcome Outcome, SavedChecklist? Saved);

/// <summary>A checklist with its items in order, and its charter, as they were saved.</summary>
public sealed record SavedChecklist(Charter Charter, Checklist List);
