namespace ShipCaptainCrew.Domain.Charters;

/// <summary>
/// The further dates of a series: the weekday of its first, every so many weeks, so many times or until a day
/// (inclusive).
/// </summary>
public sealed record Weekly(DateOnly First, int EveryWeeks, int? Count, DateOnly? Until)
{
    public const int Most = 52;
    public const int LongestStep = 2;

    private const int DaysInWeek = 7;

    /// <summary>
    /// In order, without the first; never more than <see cref="Most"/> and none beyond the years we keep.
    /// </summary>
    public IReadOnlyList<DateOnly> Dates => [.. Ahead.Take(Count ?? Most)];

    private IEnumerable<DateOnly> Ahead => Enumerable.Range(1, Most)
        .Select(number => First.AddDays(number * EveryWeeks * DaysInWeek))
        .TakeWhile(date => date <= (Until ?? InputLimits.LastDay) && date <= InputLimits.LastDay);

    private bool IsTooLong => Until >= First.AddDays((Most + 1) * EveryWeeks * DaysInWeek);

    /// <summary>Reads <c>every_weeks</c>, and <c>count</c> or <c>until</c>: one of the two.</summary>
    public static Weekly Read(Input input, DateOnly first)
    {
        var asked = new Weekly(
            first,
            input.Whole("every_weeks", 1, 1, LongestStep) ?? 1,
            input.Whole("count", null, 1, Most),
            input.Date("until", null));
        if (asked is { Count: not null, Until: not null })
            input.Error("until", "Enter how many times or the last day, not both.");
        if (asked is { Count: null, Until: null } && input.Refusal is null)
            input.Error("count", "Enter how many times, or the last day.");
        if (asked.IsTooLong)
            input.Error("until",
                new LocalizedText("A series has {0} further dates at most. Choose an earlier last day.", Most));
        if (input.Refusal is null && asked.Dates.Count == 0)
            input.Error(asked.Until is null ? "count" : "until",
                new LocalizedText("The next date would be {0:yyyy-MM-dd}. Choose a later last day.", asked.Next));
        return asked;
    }

    private DateOnly Next => First.AddDays(EveryWeeks * DaysInWeek);
}
