namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>The name of the signer, compared with the name on the list.</summary>
public sealed partial class SigningTests
{
    [Theory]
    [InlineData("Cleo Danvers", "Cleo D", true)]
    [InlineData("Cleo Danvers", "C. Danvers", true)]
    [InlineData("Cleo Danvers", "Cleo", true)]
    [InlineData("Cleo Danvers", "Danvers Cleo", true)]
    [InlineData("Cleo Danvers", "cleo  DANVERS", false)]
    [InlineData("Conor O'Brien", "Conor O\u2019Brien", false)]
    [InlineData("Cleo Danvers", "Robert Smith", false)]
    public void A_signer_is_asked_once_about_part_of_the_name_on_the_list(string listed, string typed, bool isAsked)
    {
        var guest = GuestOf(new() { Name = listed });
        var question = $"Sign as {typed}? The list says {listed}. If this is your full name, sign again.";

        Assert.Equal(isAsked ? [("signer_name", question)] : [], Errors(guest, Signed(typed)));
        Assert.Empty(Errors(guest, Signed(typed, asked: typed)));
        if (isAsked) Assert.Single(Errors(guest, Signed(typed, asked: "Cleo Dan")));
    }

    [Theory]
    [InlineData("Sam Cole")]
    [InlineData("Sam J. Cole")]
    [InlineData("sam c\u00F4le")]
    public void A_father_with_the_name_of_his_son_is_asked_once(string typed)
    {
        var son = GuestOf(new() { Name = "Sam Cole", IsMinor = true });
        const string Rest = """
            "consent": true, "guardian_relationship": "father",
            "children": [{ "name": "Sam Cole", "birth_date": "2015-02-28" }] }
            """;

        Assert.Equal("signer_name", Assert.Single(Errors(son, $$"""{ "signer_name": "{{typed}}", {{Rest}}""")).Field);
        Assert.Empty(Errors(son, $$"""{ "signer_name": "{{typed}}", "name_asked": "{{typed}}", {{Rest}}"""));
    }

    private static string Signed(string name, string asked = "") =>
        $$"""{ "signer_name": "{{name}}", "name_asked": "{{asked}}", "consent": true }""";
}
