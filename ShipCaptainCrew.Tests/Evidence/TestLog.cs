using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Evidence;

/// <summary>A valid database with more than ten log entries, of which each test takes a copy.</summary>
public sealed class TestLog : IAsyncLifetime
{
    private readonly AppFixture app = new();

    public Guid OperatorId { get; private set; }

    public string Copy()
    {
        var path = Path.Combine(app.Folder, $"{Guid.NewGuid():N}.db");
        using var file = SqliteFile.Open(Path.Combine(app.Folder, StoragePaths.DatabaseName));
        file.CopyTo(path);
        return path;
    }

    public async ValueTask InitializeAsync()
    {
        var cast = await app.Cast();
        OperatorId = cast.OperatorId;
        for (var i = 0; i < 10; i++)
            await cast.Dana.Api.Post("/api/vessels", new { name = $"Aurora {i}", passenger_capacity = 6 }).Json(201);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
