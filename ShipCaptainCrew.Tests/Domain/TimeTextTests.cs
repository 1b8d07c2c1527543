using System.Globalization;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Tests.Domain;

/// <summary>Times and dates look as usual where the operator is, with the words of the text's language.</summary>
public sealed class TimeTextTests : IDisposable
{
    private static readonly DateTime Afternoon = new(2026, 11, 30, 15, 10, 5);
    private static readonly DateOnly Monday = new(2026, 11, 30);

    private readonly CultureInfo culture = CultureInfo.CurrentCulture, language = CultureInfo.CurrentUICulture;

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);

    [Theory]
    [InlineData("en", "en-US", "3:10 PM", "Mon, Nov 30", "Nov 30, 2026", "Monday, November 30, 2026")]
    [InlineData("en", "en-GB", "15:10", "Mon, 30 Nov", "30 Nov 2026", "Monday, 30 November 2026")]
    [InlineData("en", "en-AU", "3:10 pm", "Mon, 30 Nov", "30 Nov 2026", "Monday, 30 November 2026")]
    [InlineData("en", "en-CA", "3:10 p.m.", "Mon, Nov 30", "Nov 30, 2026", "Monday, November 30, 2026")]
    [InlineData("en", "es-MX", "15:10", "Mon, 30 Nov", "30 Nov 2026", "Monday, 30 November 2026")]
    [InlineData("en", "fr-FR", "15:10", "Mon, 30 Nov", "30 Nov 2026", "Monday, 30 November 2026")]
    [InlineData("en", "fr-CA", "3:10 p.m.", "Mon, Nov 30", "Nov 30, 2026", "Monday, November 30, 2026")]
    [InlineData("en", "ja-JP", "15:10", "Mon, Nov 30", "Nov 30, 2026", "Monday, November 30, 2026")]
    [InlineData("en", "ko-KR", "3:10 PM", "Mon, Nov 30", "Nov 30, 2026", "Monday, November 30, 2026")]
    [InlineData("en", "da-DK", "15.10", "Mon, 30 Nov", "30 Nov 2026", "Monday, 30 November 2026")]
    [InlineData("en", "fa-IR", "15:10", "Mon, 30 Nov", "30 Nov 2026", "Monday, 30 November 2026")]
    [InlineData("es", "en-US", "3:10 p. m.", "lun, 30 nov", "30 nov 2026", "lunes, 30 de noviembre de 2026")]
    [InlineData("es", "en-GB", "15:10", "lun, 30 nov", "30 nov 2026", "lunes, 30 de noviembre de 2026")]
    [InlineData("es", "ja-JP", "15:10", "lun, 30 nov", "30 nov 2026", "lunes, 30 de noviembre de 2026")]
    public void A_locale_has_its_own_way(
        string words, string locale, string time, string day, string date, string longDate)
    {
        Languages.Speak(words, locale);

        Assert.Equal((time, day, date, longDate),
            (TimeText.Time(Afternoon), TimeText.Day(Monday), TimeText.Date(Monday), TimeText.LongDate(Monday)));
    }

    [Theory]
    [InlineData(TimeParts.Seconds, "3:10:05 PM")]
    [InlineData(TimeParts.DateAndTime, "Nov 30, 3:10 PM")]
    [InlineData(TimeParts.DayAndTime, "Mon, Nov 30, 3:10 PM")]
    [InlineData(TimeParts.WeekdayAndTime, "Mon 3:10 PM")]
    [InlineData(TimeParts.YearAndTime, "Nov 30, 2026, 3:10 PM")]
    [InlineData(TimeParts.Weekday, "Mon")]
    public void Parts_are_joined(TimeParts parts, string text) => Assert.Equal(text, TimeText.Of(Afternoon, parts));

    [Theory]
    [InlineData("en-US", "Dec 7–13", "Nov 30–Dec 6")]
    [InlineData("en-GB", "7–13 Dec", "30 Nov–6 Dec")]
    public void A_week_names_each_month_once(string locale, string within, string across)
    {
        Languages.Speak("en", locale);

        Assert.Equal((within, across), (TimeText.Days(new(2026, 12, 7), new(2026, 12, 13)),
            TimeText.Days(Monday, Monday.AddDays(6))));
    }

    [Fact]
    public void A_long_day_has_no_year_and_a_day_of_another_year_has_one()
    {
        Assert.Equal(("Monday, November 30", "Mon, Nov 30, 2026"),
            (TimeText.LongDay(Monday), TimeText.DayOfYear(Monday)));
        Languages.Speak("es");
        Assert.Equal("lunes, 30 de noviembre", TimeText.LongDay(Monday));
    }

    [Theory]
    [InlineData("en-US", "h12", "12:00 AM", "12:00 PM")]
    [InlineData("en-GB", "h23", "00:00", "12:00")]
    public void Midnight_and_noon_differ(string locale, string cycle, string midnight, string noon)
    {
        Languages.Speak("en", locale);

        Assert.Equal((cycle, midnight, noon),
            (TimeText.HourCycle, TimeText.Time(new TimeOnly(0, 0)), TimeText.Time(new TimeOnly(12, 0))));
    }
}
