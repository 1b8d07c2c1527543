using ShipCaptainCrew.Pages.Shared;

namespace ShipCaptainCrew.Tests.Pages.Shared;

public sealed class InputTypeTests
{
    [Theory]
    [InlineData("date", "2026-07-04", "date")]
    [InlineData("date", "7/4/2026", "text")]
    [InlineData("date", "", "date")]
    [InlineData("date", null, "date")]
    [InlineData("time", "17:30", "time")]
    [InlineData("time", "half past five", "text")]
    [InlineData("number", "-1.5", "number")]
    [InlineData("number", "a few", "text")]
    [InlineData("tel", "a few", "tel")]
    public void A_value_that_the_type_cannot_show_makes_it_text(string wanted, string? value, string type) =>
        Assert.Equal(type, InputType.For(wanted, value));
}
