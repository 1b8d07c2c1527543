using ShipCaptainCrew.Pages.Shared;

namespace ShipCaptainCrew.Tests.Pages.Shared;

public sealed class PhoneLinkTests
{
    [Theory]
    [InlineData("+1 619 555 0100", "tel:+16195550100")]
    [InlineData("(619) 555-0100", "tel:6195550100")]
    [InlineData("+1 (619) 555.0100", "tel:+16195550100")]
    [InlineData("619 555 0100 ext. 12", "tel:6195550100;ext=12")]
    [InlineData("619-555-0100 x7", "tel:6195550100;ext=7")]
    [InlineData("office 619\u2011555\u00a00100", "tel:6195550100")]
    [InlineData("619 555 0100 / 619 555 0101", "tel:6195550100")]
    [InlineData("911", "tel:911")]
    public void A_number_becomes_an_address_without_spaces(string phone, string link) =>
        Assert.Equal(link, PhoneLink.To(phone));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ask the office")]
    [InlineData("VHF 16")]
    [InlineData("javascript:alert()")]
    public void A_text_without_a_number_has_no_address(string? phone) => Assert.Null(PhoneLink.To(phone));
}
