namespace ShipCaptainCrew.Storage;

/// <summary>The one folder that holds everything worth keeping (setting <c>Storage:Directory</c>).</summary>
public sealed record StoragePaths(string Directory)
{
    public const string DatabaseName = "shipcaptaincrew.db";
    public const string KeysName = "keys";

    public string Database => Path.Combine(Directory, DatabaseName);
    public string Keys => Path.Combine(Directory, KeysName);
    public string Mail => Path.Combine(Directory, "mail");
    public string Backups => Path.Combine(Directory, "backups");

    /// <summary>
    /// Is there once the first start is over: from then on, a missing database is a loss and no beginning.
    /// </summary>
    public string BegunMark => Path.Combine(Directory, ".begun");

    public string ConnectionString =>
        $"Data Source={Database};Foreign Keys=True;Recursive Triggers=True;Default Timeout=5;Pooling=True";

    public static StoragePaths From(IConfiguration configuration, string contentRoot) =>
        new(Path.GetFullPath(configuration["Storage:Directory"] ?? "data", contentRoot));
}
