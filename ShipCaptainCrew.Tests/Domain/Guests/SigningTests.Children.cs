namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>The children that somebody signs for, and their age on the date of the charter.</summary>
public sealed partial class SigningTests
{
    private const string OfAge =
        "Anyone 18 or older on the day of the charter signs for themselves, with their own link.";

    [Theory]
    [InlineData("2026-07-04", null)]
    [InlineData("2026-07-05", "A date of birth cannot be in the future.")]
    [InlineData("2008-07-05", null)]
    [InlineData("2008-07-04", OfAge)]
    [InlineData("1900-01-01", OfAge)]
    [InlineData("1899-12-31", "Enter a date from 1900-01-01 to 2099-12-31.")]
    public void A_child_is_born_and_under_18_on_the_date_of_the_charter(string birthDate, string? message) =>
        Assert.Equal(
            message is null ? [] : [("children[0].birth_date", message)], Errors(Adult, WithChild("Mia", birthDate)));

    [Theory]
    [InlineData("""{ "name": "Mia" }""", "birth_date", "Enter the date of birth.")]
    [InlineData("""{ "birth_date": "2015-02-28" }""", "name", "Enter the child's name.")]
    [InlineData("""{ "name": "", "birth_date": "2015-02-28" }""", "name", "Enter the child's name.")]
    [InlineData("""{ "name": "Mia", "birth_date": "" }""", "birth_date", "Enter the date of birth.")]
    public void A_row_that_is_filled_in_partly_is_refused(string row, string field, string message) =>
        Assert.Equal([($"children[0].{field}", message)], Errors(Adult, With(row)));

    [Theory]
    [InlineData("""{ "name": "", "birth_date": "" }""")]
    [InlineData("""{ "name": null }""")]
    [InlineData("{}")]
    public void An_empty_row_is_skipped(string row)
    {
        var (signing, refusal) = Read(Adult, With(row));

        Assert.Null(refusal);
        Assert.Empty(signing.Children);
    }

    [Fact]
    public void At_most_ten_children_are_signed_for_at_once()
    {
        var row = """{ "name": "Mia", "birth_date": "2015-02-28" }""";
        Assert.Empty(Errors(Adult, With([.. Enumerable.Repeat(row, 10)])));

        var (signing, refusal) = Read(Adult, With([.. Enumerable.Repeat(row, 11)]));

        Assert.Equal("At most 10 children at once.", $"{Assert.Single(refusal!.Errors!["children"])}");
        Assert.Equal(10, signing.Children.Count);
    }

    [Fact]
    public void The_youngest_child_decides_when_all_are_of_age()
    {
        var signing = Read(Adult, With(
            """{ "name": "Mia", "birth_date": "2015-02-28" }""",
            """{ "name": "Leo", "birth_date": "2016-02-29" }""",
            """{ "name": "Ida", "birth_date": "2012-01-01" }""")).Signing;

        Assert.Equal(new DateOnly(2034, 2, 28), signing.OfAge);
    }

    [Theory]
    [InlineData("Leo  party", 1)]
    [InlineData("Mia Party", 0)]
    [InlineData("Ida Party", 0)]
    public void The_child_of_a_link_is_the_one_of_that_name_or_else_the_first(string name, int index)
    {
        var signing = Read(Adult, With(
            """{ "name": "Mia Party", "birth_date": "2015-02-28" }""",
            """{ "name": "Leo Party", "birth_date": "2016-02-29" }""")).Signing;

        Assert.Equal(index, signing.IndexOf(GuestOf(new() { Name = name, IsMinor = true })));
    }

    private static string WithChild(string name, string birthDate) =>
        With($$"""{ "name": "{{name}}", "birth_date": "{{birthDate}}" }""");

    private static string With(params string[] rows) => $$"""
        { "signer_name": "Petra Party", "consent": true, "guardian_relationship": "mother",
          "children": [{{string.Join(',', rows)}}] }
        """;
}
