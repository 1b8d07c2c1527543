using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages;

/// <summary>Reads the code of an email from a form.</summary>
internal static class CodeInput
{
    private const int MaxLength = 40;

    public static string? Code(this Input input, bool isRequired = true) =>
        input.Text("code", max: MaxLength,
            required: isRequired ? new LocalizedText("Enter the code from the email.") : null);
}
