namespace ShipCaptainCrew.Data;

/// <summary>The one folder that holds everything worth keeping (setting <c>Storage:Directory</c>).</summary>
public sealed record Storage(string Directory)
{
    public string Database => Path.Combine(Directory, "shipcaptaincrew.db");
    public string Keys => Path.Combine(Directory, "keys");
    public string Mail => Path.Combine(Directory, "mail");
    public string Backups => Path.Combine(Directory, "backups");

    public string ConnectionString =>
        $"Data Source={Database};Foreign Keys=True;Recursive Triggers=True;Default Timeout=5;Pooling=True";

    public static Storage From(IConfiguration configuration, string contentRoot) =>
        new(Path.GetFullPath(configuration["Storage:Directory"] ?? "data", contentRoot));
}
