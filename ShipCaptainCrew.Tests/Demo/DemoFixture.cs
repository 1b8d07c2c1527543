using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Demo;

/// <summary>An app with the demo seeded, shared by tests that only read it.</summary>
public sealed class DemoFixture : IAsyncDisposable
{
    public DemoFixture() => Ship.Settings["Demo:Seed"] = "true";

    public AppFixture Ship { get; } = new();

    /// <summary>Runs a query with the demo operator selected.</summary>
    public Task<T> Look<T>(Func<AppDbContext, Task<T>> query) => Ship.In(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator((await db.Operators.SingleAsync(row => row.Slug == "harbor-demo")).Id);
        return await query(db);
    });

    public ValueTask DisposeAsync() => Ship.DisposeAsync();
}
