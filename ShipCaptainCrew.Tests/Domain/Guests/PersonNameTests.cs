using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>Names that could be the same person's.</summary>
public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Cleo Danvers", "Cleo D")]
    [InlineData("Cleo Danvers", "Cleo Marie Danvers")]
    [InlineData("Cleo Danvers", "C. Danvers")]
    [InlineData("Cleo Danvers", "Cleo")]
    [InlineData("Cleo Danvers", "Danvers, Cleo")]
    [InlineData("Siobhán O'Brien", "Siobhan O’Brien")]
    [InlineData("Robert Lee", "Robert Lee Jr.")]
    public void Could_be_the_same(string one, string other)
    {
        Assert.True(new PersonName(one).IsSimilar(new(other)));
        Assert.True(new PersonName(other).IsSimilar(new(one)));
    }

    [Theory]
    [InlineData("Cleo Danvers", "Theo Danvers")]
    [InlineData("Cleo Danvers", "Cleo Marsh")]
    [InlineData("Cleo Danvers", "")]
    [InlineData("Jr.", "Sr.")]
    public void Are_different(string one, string other) => Assert.False(new PersonName(one).IsSimilar(new(other)));

    [Fact]
    public void Only_case_accents_and_punctuation_leave_a_name_the_same()
    {
        Assert.True(new PersonName("Siobhán O'Brien").IsSame(new("SIOBHAN O’BRIEN")));
        Assert.False(new PersonName("Cleo Danvers").IsSame(new("Cleo Marie Danvers")));
    }
}
