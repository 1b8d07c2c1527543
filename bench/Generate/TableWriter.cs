using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bench.Generate;

/// <summary>
/// Inserts entities of one type by one prepared statement. Columns of the model that the file does not have yet are
/// left out.
/// </summary>
internal sealed class TableWriter : IDisposable
{
    private readonly SqliteCommand insert;
    private readonly IReadOnlyList<ModelColumn> columns;

    public TableWriter(SqliteConnection connection, IEntityType type)
    {
        var existing = Existing(connection, type.GetTableName()!);
        columns = [.. ModelColumns.Of(type).Where(column => existing.Contains(column.Name))];
        insert = connection.CreateCommand();
        var names = columns.Select(column => $"\"{column.Name}\"");
        insert.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", names)}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"${i}"))})";
        for (var i = 0; i < columns.Count; i++) insert.Parameters.Add(new($"${i}", null));
    }

    public void Insert(object entity)
    {
        for (var i = 0; i < columns.Count; i++) insert.Parameters[i].Value = columns[i].Read(entity) ?? DBNull.Value;
        insert.ExecuteNonQuery();
    }

    public void Dispose() => insert.Dispose();

    private static HashSet<string> Existing(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        var names = new HashSet<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }
}
