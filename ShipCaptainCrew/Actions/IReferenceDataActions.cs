using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions;

/// <summary>
/// Actions shared by every kind of reference data, so that one set of endpoints and pages serves all.
/// </summary>
public interface IReferenceDataActions
{
    Task<Outcome> Create(Viewer viewer, Input input);

    Task<Outcome> Change(Viewer viewer, Guid id, Input input);

    Task<Outcome> Archive(Viewer viewer, Guid id, Input input);
}
