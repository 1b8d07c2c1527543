using System.Text;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.TimeZones;

namespace ShipCaptainCrew.Domain.Operators;

/// <summary>What an owner can change about an operator itself.</summary>
/// <param name="TimeZone">IANA name; for charters of vessels without a time zone of their own.</param>
/// <param name="SenderName">The name that its emails come from; null for the operator's name.</param>
/// <param name="ReplyTo">The address that answers to its emails go to; null for the installation's address.</param>
public sealed record OperatorDetails(string Name, string TimeZone, Port HomePort, string? SenderName, string? ReplyTo)
{
    public static OperatorDetails Read(Input input, OperatorDetails current)
    {
        var details = new OperatorDetails(
            input.Text("name", current.Name, required: "Enter the operator's name.") ?? "",
            input.TimeZone("time_zone", current.TimeZone, required: "Enter the time zone.") ?? "",
            Port.Read(input.Part("home_port"), current.HomePort) ?? Port.Nowhere,
            input.Text("sender_name", current.SenderName),
            input.Email("reply_to", current.ReplyTo));
        details.Check(input, current);
        return details;
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
