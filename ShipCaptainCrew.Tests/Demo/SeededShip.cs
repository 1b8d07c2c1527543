using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Demo;

/// <summary>A ship that was told to seed the demo, for the tests that only look at it.</summary>
public sealed class SeededShip : IAsyncDisposable
{
    public SeededShip() => Ship.Settings["Demo:Seed"] = "true";

    public Ship Ship { get; } = new();

    /// <summary>Reads the demo operator's own database.</summary>
    public Task<T> Look<T>(Func<ShipDb, Task<T>> look) => Ship.In(async services =>
    {
        var db = services.GetRequiredService<ShipDb>();
        db.Enter((await db.Operators.SingleAsync(house => house.Slug == "harbor-demo")).Id);
        return await look(db);
    });

    public ValueTask DisposeAsync() => Ship.DisposeAsync();
}
