using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Storage.Connections;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Storage.Connections;

public sealed class KeptConnectionTests : IAsyncLifetime
{
    private DataFolderFixture folder = null!;

    public async ValueTask InitializeAsync() => folder = await DataFolderFixture.Used();

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    [Fact]
    public async Task The_next_scope_gets_the_same_connection()
    {
        var first = await InScope(Count);
        var second = await InScope(Count);

        Assert.Same(first, second);
    }

    [Fact]
    public async Task Two_scopes_at_a_time_have_two_connections()
    {
        KeptConnection? inner = null;
        var outer = await InScope(async db =>
        {
            await Count(db);
            inner = await InScope(Count);
        });

        Assert.NotSame(outer, inner);
    }

    [Fact]
    public async Task A_context_without_a_query_takes_no_connection()
    {
        var kept = await InScope(Count);
        await using var scope = folder.Get<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AppDbContext>().UseOperator(Guid.NewGuid());

        Assert.Same(kept, await InScope(Count));
    }

    [Fact]
    public async Task A_connection_whose_command_failed_is_not_used_again()
    {
        var failed = await InScope(db => Assert.ThrowsAsync<SqliteException>(
            () => db.Database.ExecuteSqlRawAsync("SELECT * FROM no_such_table")));

        Assert.NotSame(failed, await InScope(Count));
    }

    [Fact]
    public async Task A_connection_with_an_open_transaction_is_not_used_again()
    {
        var left = await InScope(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE");
        });

        Assert.NotSame(left, await InScope(Count));
    }

    [Fact]
    public async Task A_query_may_run_again_while_its_first_result_is_read()
    {
        await InScope(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TEMP TABLE numbers (Value INTEGER)");
            await db.Database.ExecuteSqlRawAsync("INSERT INTO numbers VALUES (1), (2), (3)");
            var numbers = db.Database.SqlQueryRaw<int>("SELECT Value FROM numbers ORDER BY Value");
            var pairs = new List<(int, int)>();
            await foreach (var outer in numbers.AsAsyncEnumerable())
                await foreach (var inner in numbers.AsAsyncEnumerable()) pairs.Add((outer, inner));

            Assert.Equal([(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (3, 3)], pairs);
        });
    }

    [Fact]
    public async Task The_parameters_of_one_execution_do_not_stay_for_the_next()
    {
        await InScope(async db =>
        {
            foreach (var value in (string?[])["one", null, "three"])
                Assert.Equal(value, await db.Database.SqlQuery<string?>($"SELECT {value} AS Value").SingleAsync());
        });
    }

    [Fact]
    public async Task Every_kept_connection_has_full_synchronization()
    {
        await InScope(async db =>
        {
            var setting = db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous");
            Assert.Equal(2, await setting.SingleAsync());
        });
    }

    private static Task<int> Count(AppDbContext db) => db.Operators.CountAsync();

    private async Task<KeptConnection> InScope(Func<AppDbContext, Task> work)
    {
        await using var scope = folder.Get<IServiceScopeFactory>().CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
        return scope.ServiceProvider.GetRequiredService<RentedConnection>().Connection;
    }
}
