using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>What a party link shows: the charter and how many guests are listed, but no names or details.</summary>
public sealed record PartyView
{
    public required SignedLink Link { get; init; }

    public required Operator Operator { get; init; }

    public required Charter Charter { get; init; }

    public required string Vessel { get; init; }

    /// <summary>The place whose clocks show the charter's times.</summary>
    public required string ClockPlace { get; init; }

    /// <summary>How many guests have signed.</summary>
    public required SignedCount Signed { get; init; }

    public required int Listed { get; init; }

    /// <summary>How many were added by a link and wait to be placed.</summary>
    public required int Waiting { get; init; }

    /// <summary>Whether a guest who is added continues to a waiver.</summary>
    public required bool SignsWaiver { get; init; }

    /// <summary>Whether guests add themselves at the dock.</summary>
    public bool IsDock => Link.Kind == LinkKind.Dock;

    /// <summary>Why nobody can be added; null when somebody can.</summary>
    public Refusal? Closed => GuestActions.Left(Charter);

    /// <summary>The number expected; null when unknown or when more are listed.</summary>
    public int? Expected => Charter.GuestsExpected >= Listed ? Charter.GuestsExpected : null;
}
