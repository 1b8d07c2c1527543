using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions;

/// <summary>What can be done with each noun of the reference data, so that its doors are built once.</summary>
public interface IReferenceDataActions
{
    Task<Outcome> Create(Viewer viewer, Input input);

    Task<Outcome> Change(Viewer viewer, Guid id, Input input);

    Task<Outcome> Archive(Viewer viewer, Guid id, Input input);
}
