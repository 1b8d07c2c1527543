using ShipCaptainCrew.Accounts.Sessions;

namespace ShipCaptainCrew.Web.Answers;

/// <summary>What is noted before an answer is rendered.</summary>
/// <param name="CharterId">The charter that it is about; null if it shows several.</param>
/// <param name="Minute">The minute, since times are shown in minutes.</param>
/// <param name="Since">The number of the latest change of all.</param>
/// <param name="LastOfSubject">The number of the latest change of the charter, or else of the operator.</param>
internal sealed record AnswerState(Viewer Viewer, Guid? CharterId, long Minute, long Since, long LastOfSubject);
