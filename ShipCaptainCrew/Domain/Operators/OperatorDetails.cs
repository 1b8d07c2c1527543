using System.Text;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.TimeZones;

namespace ShipCaptainCrew.Domain.Operators;

/// <summary>What an owner can change about an operator itself.</summary>
/// <param name="TimeZone">IANA name; for charters of vessels without a time zone of their own.</param>
/// <param name="SenderName">The name that its emails come from; null for the operator's name.</param>
/// <param name="ReplyTo">The address that answers to its emails go to; null for the installation's address.</param>
/// <param name="Locale">How times and dates look, such as <c>en-US</c>; null for the locale of the time zone.</param>
public sealed record OperatorDetails(
    string Name, string TimeZone, Port HomePort, string? SenderName, string? ReplyTo, string? Locale = null)
{
    public static OperatorDetails Read(Input input, OperatorDetails current)
    {
        var details = new OperatorDetails(
            input.Text("name", current.Name, required: "Enter the operator's name.") ?? "",
            input.TimeZone("time_zone", current.TimeZone, required: "Enter the time zone.") ?? "",
            Port.Read(input.Part("home_port"), current.HomePort) ?? Port.Nowhere,
            input.Text("sender_name", current.SenderName),
            input.Email("reply_to", current.ReplyTo),
            ReadLocale(input, current.Locale));
        details.Check(input, current);
        return details;
    }

    private static string? ReadLocale(Input input, string? current)
    {
        var typed = input.Text("locale", current);
        var known = typed is null ? null : Locales.Find(typed);
        if (typed is not null && known is null) input.Error("locale", "Enter a locale like en-US or en-GB.");
        return known;
    }

    private void Check(Input input, OperatorDetails current)
    {
        if (HomePort == Port.Nowhere && !input.HasError("home_port.name"))
            input.Error("home_port.name", "Enter the port's name.");
        if (SenderName?.Normalize(NormalizationForm.FormKC).IndexOfAny(['@', '<', '>']) >= 0)
            input.Error("sender_name", "Enter a name only; replies go to the address below.");
        if (input.Refusal is null && (TimeZone, HomePort) != (current.TimeZone, current.HomePort))
            PortZone.Ask(input, HomePort, TimeZone);
    }
}
