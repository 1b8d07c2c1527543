namespace ShipCaptainCrew.E2E.Support;

/// <summary>One that begins with nothing aboard, not even the demo.</summary>
public sealed class EmptyShip : Ship
{
    public EmptyShip() => Settings["Demo__Seed"] = "false";

    /// <summary>At a port that clients know already.</summary>
    internal EmptyShip(int port)
        : base(port) => Settings["Demo__Seed"] = "false";
}
