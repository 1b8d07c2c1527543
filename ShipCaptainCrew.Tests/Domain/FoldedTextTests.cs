using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Tests.Domain;

/// <summary>Text as it is compared in searches and between names.</summary>
public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("ÉMILE ZÄHRINGER", "émile zähringer")]
    [InlineData("ÉMILE ZÄHRINGER", "Emile  Zahringer ")]
    [InlineData("O'Brien", "O’BRIEN")]
    [InlineData("Anne-Marie", "anne marie")]
    [InlineData("Ｃｌｅｏ", "cleo")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Łukasz Ørsted", "lukasz orsted")]
    [InlineData("José", "Jose\u0301")]
    [InlineData("Αλέξανδρος", "ΑΛΕΞΑΝΔΡΟΣ")]
    [InlineData("R. J. Smith, Jr.", "R J Smith Jr")]
    public void These_are_the_same(string one, string other) => Assert.Equal(FoldedText.Of(one), FoldedText.Of(other));

    [Theory]
    [InlineData("कि", "की")]
    [InlineData("か", "が")]
    [InlineData("Ann", "Anna")]
    [InlineData("Ли", "Ле")]
    public void These_are_not(string one, string other) => Assert.NotEqual(FoldedText.Of(one), FoldedText.Of(other));

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        var random = new Random(20260704);
        for (var i = 0; i < 5000; i++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(10)).Select(_ => char.ConvertFromUtf32(Any(random))));
            Assert.Equal(FoldedText.Of(text), FoldedText.Of(FoldedText.Of(text)));
        }
    }

    private static int Any(Random random)
    {
        var value = random.Next(random.Next(3) == 0 ? 0x10FFFF : 0x600);
        return value is >= 0xD800 and <= 0xDFFF ? 'a' : value;
    }
}
