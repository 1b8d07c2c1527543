using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Api;

internal sealed record ProgressJson(int Pending, int InProgress, int Complete)
{
    public static ProgressJson Of(Progress progress) => new(progress.Pending, progress.InProgress, progress.Complete);
}
