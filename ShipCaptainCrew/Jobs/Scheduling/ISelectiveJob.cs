namespace ShipCaptainCrew.Jobs.Scheduling;

/// <summary>
/// A continuous job that first finds the operators for which it may have something to do, so that a minute in which
/// nothing is due costs the same for one operator and for hundreds.
/// </summary>
public interface ISelectiveJob : IJob
{
    /// <summary>
    /// The operators for which something may be due. Called without an operator being set; the number of queries must
    /// not depend on how many operators there are. An operator too many costs a run that does nothing; one that is
    /// missing is not served.
    /// </summary>
    Task<IReadOnlyCollection<Guid>> OperatorsDue(DateTimeOffset now, CancellationToken cancel);
}
