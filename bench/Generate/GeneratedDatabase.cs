using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;

namespace Bench.Generate;

/// <summary>The product's database while it is filled, without a journal: a file that fails is thrown away.</summary>
internal sealed class GeneratedDatabase : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly IModel model;
    private readonly Dictionary<Type, TableWriter> tables = [];

    public GeneratedDatabase(string file)
    {
        connection = new($"Data Source={file};Pooling=False");
        connection.Open();
        Execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-400000");
        Execute("PRAGMA locking_mode=EXCLUSIVE");
        using var context = new AppDbContext(
            new DbContextOptionsBuilder<AppDbContext>().UseSqlite(connection).Options);
        model = context.Model;
    }

    /// <summary>Adds rows, with the words by which they are found.</summary>
    public void Add(params IEnumerable<object> entities)
    {
        foreach (var entity in entities)
        {
            TableOf(entity.GetType()).Insert(entity);
            if (entity is ISearchable searchable)
                foreach (var word in SearchWord.Of(searchable)) TableOf(typeof(SearchWord)).Insert(word);
        }
    }

    public void InTransaction(Action act)
    {
        Execute("BEGIN");
        act();
        Execute("COMMIT");
    }

    public void Dispose()
    {
        foreach (var table in tables.Values) table.Dispose();
        Execute("PRAGMA locking_mode=NORMAL; PRAGMA journal_mode=WAL");
        connection.Dispose();
    }

    private TableWriter TableOf(Type type)
    {
        if (tables.TryGetValue(type, out var table)) return table;
        return tables[type] = new(connection, model.FindEntityType(type)!);
    }

    private void Execute(string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
