namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>
/// How long to wait after the first, second, third … failure: 1, 2, 4 … minutes, give or take a fifth.
/// </summary>
public static class Backoff
{
    public static TimeSpan After(int failures, TimeSpan most)
    {
        var minutes = Math.Min(Math.Pow(2, failures - 1), most.TotalMinutes);
        return TimeSpan.FromMinutes(minutes * (0.8 + (0.4 * Random.Shared.NextDouble())));
    }
}
