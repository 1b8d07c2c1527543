namespace ShipCaptainCrew.Storage;

/// <summary>The data folder (setting <c>Storage:Directory</c>), which holds everything the server stores.</summary>
public sealed record StoragePaths(string Directory)
{
    public const string DatabaseName = "shipcaptaincrew.db";
    public const string KeysName = "keys";
    public const string MailName = "mail";
    public const string BackupsName = "backups";
    public const string DiskReserveName = ".ballast";
    public const string LockName = ".lock";
    public const string LockHolderName = $"{LockName}.pid";
    public const string BegunName = ".begun";

    /// <summary>How the files begin that are written to check the disk.</summary>
    public const string ProbePrefix = ".probe-";

    /// <summary>How the folders begin that hold the data from before a restore.</summary>
    public const string PreviousPrefix = "before-restore-";

    public string Database => Path.Combine(Directory, DatabaseName);
    public string Keys => Path.Combine(Directory, KeysName);
    public string Mail => Path.Combine(Directory, MailName);
    public string Backups => Path.Combine(Directory, BackupsName);

    public string DiskReserve => Path.Combine(Directory, DiskReserveName);
    public string Lock => Path.Combine(Directory, LockName);
    public string LockHolder => Path.Combine(Directory, LockHolderName);

    /// <summary>A file that exists once the first start is complete: then a missing database is a data loss.</summary>
    public string BegunMark => Path.Combine(Directory, BegunName);

    /// <summary>Without the driver's pool: <see cref="Connections.ConnectionPool"/> keeps connections open.</summary>
    public string ConnectionString =>
        $"Data Source={Database};Foreign Keys=True;Recursive Triggers=True;Default Timeout=5;Pooling=False";

    public static StoragePaths From(IConfiguration configuration, string contentRoot) =>
        new(Path.GetFullPath(configuration["Storage:Directory"] ?? "data", contentRoot));
}
