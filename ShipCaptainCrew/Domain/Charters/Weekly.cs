namespace ShipCaptainCrew.Domain.Charters;

/// <summary>
/// The further dates of a series: every one or two weeks from its first date, a number of times or until a date
/// (inclusive).
/// </summary>
public sealed record Weekly(DateOnly First, int EveryWeeks, int? Count, DateOnly? Until)
{
    public const int Most = 52;
    public const int LongestStep = 2;

    private const int DaysInWeek = 7;

    /// <summary>
    /// In order, without the first; at most <see cref="Most"/>, and none after <see cref="InputLimits.LastDay"/>.
    /// </summary>
    public IReadOnlyList<DateOnly> Dates => [.. AllDates.Take(Count ?? Most)];

    private IEnumerable<DateOnly> AllDates => Enumerable.Range(1, Most)
        .Select(number => First.AddDays(number * EveryWeeks * DaysInWeek))
        .TakeWhile(date => date <= (Until ?? InputLimits.LastDay) && date <= InputLimits.LastDay);

    private bool IsTooLong => Until >= First.AddDays((Most + 1) * EveryWeeks * DaysInWeek);

    /// <summary>Reads <c>every_weeks</c>, and either <c>count</c> or <c>until</c>.</summary>
    public static Weekly Read(Input input, DateOnly first)
    {
        var weekly = new Weekly(
            first,
            input.Whole("every_weeks", 1, 1, LongestStep) ?? 1,
            input.Whole("count", null, 1, Most),
            input.Date("until", null));
        if (weekly is { Count: not null, Until: not null })
            input.Error("until", "Enter how many times or the last day, not both.");
        if (weekly is { Count: null, Until: null } && input.Refusal is null)
            input.Error("count", "Enter how many times, or the last day.");
        if (weekly.IsTooLong)
            input.Error("until",
                new LocalizedText("A series can have at most {0} more dates. Choose an earlier last day.", Most));
        if (input.Refusal is null && weekly.Dates.Count == 0)
            input.Error(weekly.Until is null ? "count" : "until",
                new LocalizedText(
                    "The next date would be {0}. Choose a later last day.", TimeText.Date(weekly.Next)));
        return weekly;
    }

    private DateOnly Next => First.AddDays(EveryWeeks * DaysInWeek);
}
