using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>Reading what a signer enters.</summary>
public sealed partial class SigningTests
{
    private static readonly DateOnly Today = new(2026, 7, 4);
    private static readonly Actor Office = new(Guid.CreateVersion7(), new(2026, 7, 1, 16, 0, 0, TimeSpan.Zero));
    private static readonly Guest Adult = GuestOf(new() { Name = "Petra Party" });
    private static readonly Guest Minor = GuestOf(new() { Name = "Mia Party", IsMinor = true });

    [Fact]
    public void All_fields_are_read()
    {
        var (signing, refusal) = Read(Minor, """
            { "signer_name": "Petra Party", "email": "p@example.com", "signature": "M1 2 L3,4.5",
              "guardian_relationship": "mother", "consent": "on",
              "children": [{ "name": "Mia Party", "birth_date": "2015-02-28" }] }
            """);

        Assert.Null(refusal);
        Assert.Equal(("Petra Party", "p@example.com", "M1 2 L3,4.5", "mother"),
            (signing.SignerName, signing.Email, signing.Path, signing.Relationship));
        Assert.Equal([new Child("Mia Party", new(2015, 2, 28))], signing.Children);
    }

    [Fact]
    public void An_adult_needs_only_a_name_and_consent()
    {
        Assert.Null(Read(Adult, """{ "signer_name": "Petra Party", "consent": true }""").Refusal);

        Assert.Equal(
            [("signer_name", "Enter your full name."), ("consent", "Check this box to sign electronically.")],
            Errors(Adult, "{}"));
        Assert.Equal(("", null, null), (Read(Adult, "{}").Signing.SignerName, Read(Adult, "{}").Signing.Email,
            Read(Adult, "{}").Signing.OfAge));
    }

    [Fact]
    public void A_minor_needs_a_guardian_with_another_name_who_enters_the_child() => Assert.Equal(
        [
            ("guardian_relationship", "Enter your relationship to the child, such as mother or legal guardian."),
            ("children[0].name",
                "A parent or guardian signs for a minor. Enter the child's name and date of birth."),
            ("signer_name", "Mia Party is the child's name on the list, and a minor cannot sign. If it is also your "
                + "own full name, sign again."),
        ],
        Errors(Minor, """{ "signer_name": " mia  PARTY", "consent": true }"""));

    [Fact]
    public void An_adult_who_signs_for_a_child_too_says_what_they_are_to_the_child() => Assert.Equal(
        [("guardian_relationship", "Enter your relationship to the child, such as mother or legal guardian.")],
        Errors(Adult, """
            { "signer_name": "Petra Party", "consent": true,
              "children": [{ "name": "Mia", "birth_date": "2015-02-28" }] }
            """));

    [Theory]
    [InlineData("M0 0L1 1Z", true)]
    [InlineData("MmLlQqCcZz0123456789eE .,+-", true)]
    [InlineData("M0 0A1 1", false)]
    [InlineData("\\\"><script>", false)]
    public void A_drawn_signature_has_only_path_commands_and_numbers(string path, bool isValid)
    {
        var (signing, refusal) = Read(
            Adult, $$"""{ "signer_name": "Petra Party", "consent": true, "signature": "{{path}}" }""");

        Assert.Equal(isValid ? path : null, signing.Path);
        Assert.Equal(
            isValid ? null : "This is not a drawing. Clear it and draw again, or leave it out.",
            refusal?.FirstMessage.ToString());
        Assert.Equal(isValid ? null : ["signature"], refusal?.Errors!.Keys);
    }

    [Fact]
    public void A_drawn_signature_has_at_most_8192_characters()
    {
        Assert.Empty(Errors(Adult, Drawn(8192)));
        Assert.Equal([("signature", "Keep this to 8192 characters; it has 8193.")], Errors(Adult, Drawn(8193)));

        static string Drawn(int length) =>
            $$"""{ "signer_name": "Petra Party", "consent": true, "signature": "{{new string('1', length)}}" }""";
    }

    private static Guest GuestOf(GuestDetails details) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), details, GuestSource.Office, Office);

    private static (Signing Signing, Refusal? Refusal) Read(Guest guest, string json)
    {
        var input = Input.Of(JsonNode.Parse(json)!.AsObject());
        return (Signing.Read(input, guest, new(Today, Today)), input.Refusal);
    }

    private static IEnumerable<(string Field, string Message)> Errors(Guest guest, string json) =>
        [.. (Read(guest, json).Refusal?.Errors ?? new Dictionary<string, List<LocalizedText>>())
            .Select(error => (error.Key, $"{Assert.Single(error.Value)}"))];
}
