using System.Globalization;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// Reads a date as people type it in a search: <c>dec 5</c>, <c>5 Dec 2027</c>, <c>12/5</c>, <c>2026-12-05</c>. Names
/// of months are those of the current culture or English ones. Two numbers are read in the culture's order, or in the only
/// order in which they are a date.
/// </summary>
/// <param name="Date">The date; null if the text looks like one but there is no such day.</param>
public sealed record TypedDate(DateOnly? Date)
{
    /// <summary>Without a year, years this far from now are tried. February 29 may be seven years away.</summary>
    private const int Reach = 8;

    private const int ShortestName = 3;

    /// <summary>The date in a text; null if the text does not look like a date.</summary>
    /// <param name="today">Without a year, the date nearest to this day is meant.</param>
    public static TypedDate? Read(string text, DateOnly today)
    {
        var words = FoldedText.Of(text.Replace('.', ' ')).Split(' ');
        if (words.Length is < 2 or > 4 || words.Any(word => word.Length > 12)) return null;
        return words.All(IsNumber) ? OfNumbers(words, today) : OfWords(words, today);
    }

    private static TypedDate? OfNumbers(string[] words, DateOnly today)
    {
        var parts = words.Select(Number).ToArray();
        if (words[0].Length == 4 && parts is [var first, var second, var third]) return new(On(first, second, third));
        if (words[0].Length > 2 || words[1].Length > 2) return null;
        int? year = parts.Length > 2 ? FullYear(words[2]) : null;
        if (parts.Length > 3 || (parts.Length == 3 && year is null)) return null;
        var (one, other) = Locales.IsMonthFirst(CultureInfo.CurrentCulture.DateTimeFormat)
            ? (parts[0], parts[1])
            : (parts[1], parts[0]);
        return new(At(year, one, other, today) ?? At(year, other, one, today));
    }

    private static TypedDate? OfWords(string[] words, DateOnly today)
    {
        var named = words.Where(word => !IsNumber(word)).ToList();
        var numbers = words.Where(IsNumber).ToList();
        if (named.Count == 2 && IsDayName(named[0])) named.RemoveAt(0);
        if (named is not [var name] || MonthOf(name) is not { } month) return null;
        return numbers switch
        {
            [{ Length: <= 2 } day] => new(At(null, month, Number(day), today)),
            [{ Length: <= 2 } day, { Length: 4 } year] => new(On(Number(year), month, Number(day))),
            _ => null,
        };
    }

    private static DateOnly? At(int? year, int month, int day, DateOnly today) => year is { } given
        ? On(given, month, day)
        : Enumerable.Range(today.Year - Reach, (2 * Reach) + 1).Select(near => On(near, month, day)).OfType<DateOnly>()
            .OrderBy(date => Math.Abs(date.DayNumber - today.DayNumber)).Cast<DateOnly?>().FirstOrDefault();

    private static DateOnly? On(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && new DateOnly(year, month, day) is var date && date >= InputLimits.FirstDay && date <= InputLimits.LastDay
            ? date
            : null;

    private static int? FullYear(string word) => word.Length switch
    {
        2 => 2000 + Number(word),
        4 => Number(word),
        _ => null,
    };

    private static int? MonthOf(string word) => word.Length < ShortestName
        ? null
        : Formats().SelectMany(format => Enumerable.Range(1, 12).Where(month =>
                Begins(format.GetMonthName(month), word) || Begins(format.GetAbbreviatedMonthName(month), word)))
            .Cast<int?>().FirstOrDefault();

    private static bool IsDayName(string word) => word.Length >= ShortestName && Formats().Any(
        format => format.DayNames.Any(name => Begins(name, word)));

    private static bool Begins(string name, string word) =>
        FoldedText.Of(name).StartsWith(word, StringComparison.Ordinal);

    private static IEnumerable<DateTimeFormatInfo> Formats() =>
        [CultureInfo.CurrentCulture.DateTimeFormat, DateTimeFormatInfo.InvariantInfo];

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit) && word.Length is >= 1 and <= 4;

    private static int Number(string word) => int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);
}
