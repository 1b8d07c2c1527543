using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>What one guest is shown to sign. This is exactly what is stored when they sign.</summary>
public sealed record WaiverView
{
    public required SignedLink Link { get; init; }

    public required Operator Operator { get; init; }

    public required Charter Charter { get; init; }

    public required string Vessel { get; init; }

    /// <summary>The place whose clocks show the charter's times.</summary>
    public required string ClockPlace { get; init; }

    /// <summary>How many guests have signed; null for a guest from the dock, who is in no party.</summary>
    public required SignedCount? Signed { get; init; }

    public required Guest Guest { get; init; }

    public required WaiverTemplate? Template { get; init; }

    public required WaiverText? Text { get; init; }

    public required string Html { get; init; }

    /// <summary>
    /// Minors on the list whose guardian is this guest, if the office issued the link; others learn no names.
    /// </summary>
    public required IReadOnlyList<string> Minors { get; init; }

    /// <summary>The name of a minor's guardian, if the office issued the link.</summary>
    public string? Guardian => Link.IsFromOffice && Guest.IsMinor ? Guest.GuardianName : null;

    /// <summary>About how long it takes to read the text, at 1,200 characters a minute.</summary>
    public int Minutes => Math.Max(1, (int)Math.Round(Html.Length / 1200.0));

    /// <summary>Identifies this exact text, so that the form can send back which one was read.</summary>
    public string TextHash => WaiverVersion.HashOf(Html);

    /// <summary>
    /// Why the waiver cannot be signed; null when it can. A link that may not show what was signed says only that.
    /// </summary>
    public Refusal? Closed =>
        Guest.HasSigned ? Guest.AlreadySigned() :
        Text is null ? Refusal.Conflict("no_waiver", "There is no waiver to sign for this charter.")
        : Charter.Status is CharterStatus.Draft or CharterStatus.Scheduled or CharterStatus.Boarding
            or CharterStatus.Underway ? null
        : Charter.TooLateToChange("This charter is {0}; there is nothing to sign anymore.");
}
