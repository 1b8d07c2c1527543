using Bench.Generate;
using ShipCaptainCrew.Storage;

namespace Bench.Speed;

/// <summary>A copy of the product's database with an audit table, and the ids that requests to Flask need.</summary>
internal sealed record FlaskRows(string Database, string Session, string Charter, IReadOnlyList<string> Items)
{
    public static FlaskRows Copy(string from, string to)
    {
        using (var product = SqliteFile.Open(from)) product.CopyTo(to);
        using var copy = SqliteFile.Open(to);
        copy.Execute("""
            PRAGMA journal_mode=WAL;
            CREATE TABLE audit (Seq INTEGER PRIMARY KEY, At INTEGER NOT NULL, MemberId TEXT NOT NULL,
                Kind TEXT NOT NULL, SubjectId TEXT NOT NULL, CharterId TEXT NOT NULL, Was TEXT NOT NULL,
                Became TEXT NOT NULL)
            """);
        var session = copy.Scalar<string>($"""
            SELECT s.Id FROM sessions s JOIN members m ON m.PersonId = s.PersonId
            WHERE m.Email = '{OperatorData.OwnerOf(1)}'
            """);
        var charter = copy.Scalar<string>(
            "SELECT Id FROM charters WHERE Status = 'Scheduled' ORDER BY OperatorId, SortAt LIMIT 1");
        var items = copy.Query($"""
            SELECT i.Id FROM checklist_items i JOIN checklists l ON l.OperatorId = i.OperatorId AND l.Id = i.ChecklistId
            WHERE l.CharterId = '{charter}'
            """, row => row.GetString(0)).ToList();
        return new(to, session, charter, items);
    }
}
