namespace ShipCaptainCrew.Web.Answers;

/// <summary>
/// Marks an endpoint whose answers to GET are kept in memory (<see cref="KeptAnswersMiddleware"/>). Such an answer may
/// depend on nothing but the rows of the operator, the viewer, the address, the language, the locale, the theme and the
/// minute.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class KeptAnswerAttribute : Attribute
{
    /// <summary>
    /// The route value with the id of the charter that the answer is about; null if it shows several charters.
    /// </summary>
    public string? Charter { get; init; }
}
