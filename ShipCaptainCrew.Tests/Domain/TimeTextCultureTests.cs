using System.Globalization;
using CsCheck;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Tests.Domain;

/// <summary>What holds of times and dates in every locale that .NET knows, in both languages.</summary>
public sealed class TimeTextCultureTests : IDisposable
{
    private static readonly Gen<string> Locale = Gen.OneOf(Locales.All.ToArray());
    private static readonly Gen<string> Language = Gen.OneOf(["en", "es"]);

    private static readonly Gen<DateTime> Minute =
        Gen.Int[0, 99 * 365 * 1440].Select(minutes => new DateTime(2000, 1, 1).AddMinutes(minutes));

    private readonly CultureInfo culture = CultureInfo.CurrentCulture, language = CultureInfo.CurrentUICulture;

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);

    [Fact]
    public void Only_ordinary_spaces_and_western_digits_are_written() => Sample(local =>
        Assert.DoesNotContain(All(local), character => char.IsControl(character)
            || (char.IsWhiteSpace(character) && character != ' ')
            || char.GetUnicodeCategory(character) == UnicodeCategory.Format
            || (char.IsDigit(character) && !char.IsAsciiDigit(character))));

    [Fact]
    public void A_time_says_its_minute_and_whether_it_is_morning() => Sample(local =>
    {
        var (text, later) = (TimeText.Time(local), TimeText.Time(local.AddHours(12)));

        Assert.NotEqual(text, later);
        Assert.Contains($"{local.Minute:00}", text, StringComparison.Ordinal);
        Assert.Equal(TimeText.HourCycle == "h12", text.Any(char.IsLetter));
    });

    [Fact]
    public void A_day_says_its_number_and_its_month_and_only_a_date_its_year() => Sample(local =>
    {
        var date = DateOnly.FromDateTime(local);
        var month = CultureInfo.CurrentCulture.DateTimeFormat.AbbreviatedMonthGenitiveNames[date.Month - 1];

        Assert.Contains(month, TimeText.Day(date), StringComparison.Ordinal);
        Assert.Contains($"{date.Day}", TimeText.Day(date), StringComparison.Ordinal);
        Assert.DoesNotContain($"{date.Year}", TimeText.Day(date), StringComparison.Ordinal);
        Assert.EndsWith($"{date.Year}", TimeText.Date(date), StringComparison.Ordinal);
        Assert.Contains($"{date.Year}", TimeText.LongDate(date), StringComparison.Ordinal);
    });

    [Fact]
    public void The_words_are_those_of_the_language() => Sample(local =>
    {
        var spoken = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

        Assert.Equal(spoken, CultureInfo.CurrentCulture.TwoLetterISOLanguageName);
        Assert.Equal(CultureInfo.CurrentUICulture.NumberFormat.NumberDecimalSeparator,
            CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator);
        Assert.IsType<GregorianCalendar>(CultureInfo.CurrentCulture.Calendar);
    });

    [Fact]
    public void Every_minute_of_a_day_has_its_own_text() => Gen.Select(Locale, Language).Sample(
        (locale, spoken) =>
        {
            Languages.Speak(spoken, locale);
            return Enumerable.Range(0, 1440)
                .Select(minute => TimeText.Time(TimeOnly.MinValue.AddMinutes(minute))).Distinct().Count() == 1440;
        }, iter: 200, threads: 1);

    private static string All(DateTime local) => string.Concat(
        TimeText.Of(local, TimeParts.Weekday | TimeParts.Year | TimeParts.Seconds),
        TimeText.LongDay(DateOnly.FromDateTime(local)), TimeText.LongDate(DateOnly.FromDateTime(local)));

    private static void Sample(Action<DateTime> check) => Gen.Select(Locale, Language, Minute).Sample(
        (locale, spoken, local) =>
        {
            Languages.Speak(spoken, locale);
            check(local);
        }, iter: 2000, threads: 1);
}
