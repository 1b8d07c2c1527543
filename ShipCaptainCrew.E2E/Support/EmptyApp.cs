namespace ShipCaptainCrew.E2E.Support;

/// <summary>One that begins with nothing aboard, not even the demo.</summary>
public sealed class EmptyApp : AppProcess
{
    public EmptyApp() => Settings["Demo__Seed"] = "false";

    /// <summary>At a port that clients know already.</summary>
    internal EmptyApp(int port)
        : base(port) => Settings["Demo__Seed"] = "false";
}
