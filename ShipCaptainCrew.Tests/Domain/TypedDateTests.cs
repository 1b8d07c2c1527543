using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Tests.Domain;

public sealed class TypedDateTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Theory]
    [InlineData("dec 5", "2026-12-05")]
    [InlineData("5 December", "2026-12-05")]
    [InlineData("Sat, Dec. 5", "2026-12-05")]
    [InlineData("dec 5, 2027", "2027-12-05")]
    [InlineData("jan 3", "2027-01-03")]
    [InlineData("12/5", "2026-12-05")]
    [InlineData("25/12", "2026-12-25")]
    [InlineData("12/5/27", "2027-12-05")]
    [InlineData("2026-12-05", "2026-12-05")]
    [InlineData("feb 29", "2028-02-29")]
    public void These_are_dates(string text, string date) =>
        Assert.Equal(DateOnly.ParseExact(date, "yyyy-MM-dd"), Read(text)!.Date);

    [Theory]
    [InlineData("feb 30")]
    [InlineData("13/45")]
    [InlineData("2026-02-30")]
    [InlineData("12/5/1850")]
    public void These_look_like_dates_that_do_not_exist(string text) => Assert.Null(Read(text)!.Date);

    [Theory]
    [InlineData("dec")]
    [InlineData("Marina 5")]
    [InlineData("april june")]
    [InlineData("12345 6789")]
    [InlineData("%")]
    public void These_are_no_dates(string text) => Assert.Null(Read(text));

    [Fact]
    public void Where_the_day_comes_first_it_is_read_first()
    {
        Languages.Speak(Languages.English, "en-GB");
        Assert.Equal(new(2027, 5, 12), TypedDate.Read("12/5", Today)!.Date);
        Assert.Equal(new(2026, 12, 5), TypedDate.Read("5.12.", Today)!.Date);
        Languages.Speak(Languages.Spanish, "es-ES");
        Assert.Equal(new(2026, 12, 5), TypedDate.Read("5 diciembre", Today)!.Date);
    }

    private static TypedDate? Read(string text)
    {
        Languages.Speak(Languages.English);
        return TypedDate.Read(text, Today);
    }
}
