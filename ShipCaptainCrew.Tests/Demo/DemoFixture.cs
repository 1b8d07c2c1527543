using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Demo;

/// <summary>A ship that was told to seed the demo, for the tests that only look at it.</summary>
public sealed class DemoFixture : IAsyncDisposable
{
    public DemoFixture() => Ship.Settings["Demo:Seed"] = "true";

    public AppFixture Ship { get; } = new();

    /// <summary>Reads the demo operator's own database.</summary>
    public Task<T> Look<T>(Func<AppDbContext, Task<T>> look) => Ship.In(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator((await db.Operators.SingleAsync(theOperator => theOperator.Slug == "harbor-demo")).Id);
        return await look(db);
    });

    public ValueTask DisposeAsync() => Ship.DisposeAsync();
}
