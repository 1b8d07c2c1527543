namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>The wait after the first, second, third … failure: 1, 2, 4 … minutes, plus or minus 20 %.</summary>
public static class Backoff
{
    public static TimeSpan After(int failures, TimeSpan max)
    {
        var minutes = Math.Min(Math.Pow(2, failures - 1), max.TotalMinutes);
        return TimeSpan.FromMinutes(minutes * (0.8 + (0.4 * Random.Shared.NextDouble())));
    }
}
