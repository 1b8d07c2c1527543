namespace ShipCaptainCrew.Domain.Checklists;

public sealed record Progress(int Pending, int InProgress, int Complete)
{
    public int Total => Pending + InProgress + Complete;

    public bool IsDone => Total > 0 && Complete == Total;
}
