using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

public sealed partial class Endpoints
{
    public Task<SortedDictionary<string, string>> StoredData() => StoredDataOf(App);

    /// <summary>A digest of each table, except sessions, which change with every request.</summary>
    internal static async Task<SortedDictionary<string, string>> StoredDataOf(AppFixture app)
    {
        await app.Rest();
        using var file = SqliteFile.Open(Path.Combine(app.Folder, StoragePaths.DatabaseName));
        var tables = file.Query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sessions'", row => row.GetString(0));
        return new(tables.ToDictionary(
            table => table, table => Digest(file.Query($"SELECT * FROM \"{table}\"", RowText))));
    }

    private static string RowText(DbDataReader row) =>
        string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i =>
            row.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{row.GetValue(i)}"));

    private static string Digest(IEnumerable<string> rows) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
}
