using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>Names that mail programs would turn into links.</summary>
public sealed class TypedNameTests
{
    [Theory]
    [InlineData("https://evil.example", "evil. example")]
    [InlineData("http://10.0.0.1/x", "10. 0. 0. 1/x")]
    [InlineData("HTTPS://EVIL", "EVIL")]
    [InlineData("Visit evil.example now", "Visit evil. example now")]
    [InlineData("www.evil", "www. evil")]
    [InlineData("a@evil.co", "a@evil. co")]
    [InlineData("evil\u3002example", "evil\u3002 example")]
    [InlineData("пример.рф", "пример. рф")]
    [InlineData("xn--e1afmkfd.xn--p1ai", "xn--e1afmkfd. xn--p1ai")]
    [InlineData("St.John", "St. John")]
    [InlineData("\u0915\u093E.\u092D\u093E\u0930\u0924", "\u0915\u093E. \u092D\u093E\u0930\u0924")]
    [InlineData("evile\u0301.example", "evile\u0301. example")]
    [InlineData("\u2764.example", "\u2764. example")]
    [InlineData("\u2764\uFE0F.example", "\u2764\uFE0F. example")]
    public void A_web_address_is_found_and_no_longer_one_in_an_email(string name, string inEmail)
    {
        Assert.True(TypedName.HasWebAddress(name));
        Assert.Equal(inEmail, TypedName.ForEmail(name));
        Assert.False(TypedName.HasWebAddress(TypedName.ForEmail(name)));
    }

    [Theory]
    [InlineData("Ben Cole")]
    [InlineData("Dr. Ann St. John-Smythe, Jr.")]
    [InlineData("J.R. Smith")]
    [InlineData("J. R. R. Tolkien")]
    [InlineData("Ana María Ñ. O'Neill")]
    [InlineData("Robin Banks III.")]
    public void An_ordinary_name_is_left_as_it_is(string name)
    {
        Assert.False(TypedName.HasWebAddress(name));
        Assert.Equal(name, TypedName.ForEmail(name));
    }
}
