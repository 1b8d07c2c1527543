namespace ShipCaptainCrew.E2E.Support;

/// <summary>A server that starts without the demo data.</summary>
public sealed class EmptyApp : AppProcess
{
    public EmptyApp() => Settings["Demo__Seed"] = "false";

    /// <summary>Listens on a given port, such as that of an earlier process.</summary>
    internal EmptyApp(int port)
        : base(port) => Settings["Demo__Seed"] = "false";
}
