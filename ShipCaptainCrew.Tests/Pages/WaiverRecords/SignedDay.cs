using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.WaiverRecords;

/// <summary>A charter with three signed waivers, one of them with markup in its names.</summary>
public sealed class SignedDay : IAsyncLifetime
{
    public const string Wicked = "</script><b>=1+1";

    public CharterFixture Day { get; private set; } = null!;

    public Guid Ann { get; private set; }

    public Guid Wick { get; private set; }

    public string Book => $"/{Day.Cast.Slug}/waivers/book";

    public HttpClient Owner => Day.Cast.Olive.Browser;

    public async ValueTask InitializeAsync()
    {
        Day = await CharterFixture.Begin();
        await Day.Cast.Waiver(
            "Release of liability", "<h2>Release</h2><p>I, {{name}}, sail on {{vessel}} at my own risk.</p>");
        Ann = await Day.Cast.Signs(Day.CharterId, "Ann O'Neil");
        Wick = await Day.Cast.Signs(Day.CharterId, Wicked);
        await Day.Cast.Signs(Day.CharterId, "Cleo");
    }

    public ValueTask DisposeAsync() => Day.DisposeAsync();

    /// <summary>Changes the database file directly, without the triggers that protect waivers.</summary>
    public void Tamper(string sql)
    {
        using var file = SqliteFile.Open(Path.Combine(Day.Ship.Folder, StoragePaths.DatabaseName));
        file.Execute("DROP TRIGGER IF EXISTS waivers_keep_records; DROP TRIGGER IF EXISTS waivers_keep_words;");
        file.Execute(sql);
    }
}
