using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Storage;

public sealed class SqliteFileTests : IDisposable
{
    private const int Copies = 100;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scc-copies-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>
    /// The writers open and close the file for each row. The last connection to close, usually that of a single writer,
    /// locks the whole database briefly.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_copy_waits_for_writers_and_holds_every_row_written_before_it(int writers)
    {
        var path = Path.Combine(_folder.FullName, "live.db");
        SqliteFile.Create(path);
        Write(path, "CREATE TABLE rows (Id INTEGER PRIMARY KEY, Words TEXT NOT NULL)");
        using var done = new CancellationTokenSource();
        var written = 0;
        var writing = Enumerable.Range(0, writers).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                Write(path, "INSERT INTO rows (Words) VALUES (hex(randomblob(100)))");
                Interlocked.Increment(ref written);
            }
        })).ToList();

        try
        {
            for (var number = 0; number < Copies; number++)
            {
                var before = Volatile.Read(ref written);
                var copy = Path.Combine(_folder.FullName, $"copy-{number}.db");
                using (var live = SqliteFile.Open(path)) live.CopyTo(copy);

                using var file = SqliteFile.Open(copy);
                Assert.Equal("ok", file.Scalar<string>("PRAGMA integrity_check"));
                Assert.Equal(SqliteFile.ApplicationId, file.Scalar<long>("PRAGMA application_id"));
                Assert.True(file.Scalar<long>("SELECT count(*) FROM rows") >= before);
                Assert.False(File.Exists($"{copy}-wal"));
            }
        }
        finally
        {
            await done.CancelAsync();
            await Task.WhenAll(writing);
        }
    }

    private static void Write(string path, string sql)
    {
        using var file = SqliteFile.Open(path);
        file.Execute($"PRAGMA busy_timeout=60000; {sql}");
    }
}
