using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Tests.Domain.Operators;

public sealed class SlugTests
{
    [Theory]
    [InlineData("ab")]
    [InlineData("queen-of-san-diego")]
    [InlineData("4-you")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    public void Small_letters_digits_and_single_hyphens_are_accepted(string slug) => Assert.Null(Slug.Refuse(slug));

    [Theory]
    [InlineData("a")]
    [InlineData("")]
    [InlineData("-ab")]
    [InlineData("ab-")]
    [InlineData("a--b")]
    [InlineData("Queen")]
    [InlineData("queen_of")]
    [InlineData("reina-ñ")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public void Other_slugs_are_refused(string slug) => Assert.Equal(
        "A slug is 2 to 60 lowercase letters, digits and single hyphens, such as queen-of-san-diego.",
        $"{Slug.Refuse(slug)}");

    [Theory]
    [InlineData("api")]
    [InlineData("sign-in")]
    [InlineData("waivers")]
    [InlineData("party")]
    [InlineData("me")]
    [InlineData("dev")]
    [InlineData("healthz")]
    [InlineData("openapi")]
    [InlineData("offline")]
    [InlineData("error")]
    public void Addresses_of_the_program_itself_are_refused(string slug) => Assert.Equal(
        $"The slug {slug} is reserved. Choose another.", $"{Slug.Refuse(slug)}");
}
