using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// Fills a database with copies of its rows, in place of an operator's long history or of many operators. A copied log
/// does not pass verification.
/// </summary>
public static class CopiedRows
{
    /// <summary>Tables whose rows belong to a charter, in an order that keeps foreign keys.</summary>
    private static readonly string[] OfCharters =
        ["charters", "places", "checklists", "checklist_items", "guests", "musters", "waivers", "waiver_keeping", "log",
            "outbox", "nudges", "search_words"];

    /// <summary>Tables whose rows belong to an operator, in an order that keeps foreign keys.</summary>
    private static readonly string[] OfOperators =
        ["operators", "standing_orders", "vessels", "waiver_templates", "checklist_templates", "charter_types",
            "members", "charters", "places", "checklists", "checklist_items", "guests", "musters", "outbox", "nudges"];

    private static readonly string[] IdsOfCharter =
        ["Id", "CharterId", "ChecklistId", "MusterId", "GuestId", "WaiverId", "SubjectId", "EntityId"];

    /// <summary>Copies all charters with all that belongs to them, as closed charters of earlier days.</summary>
    /// <param name="from">How many days before its original the first copy is; each day is used once.</param>
    /// <param name="to">How many days before its original the last copy is.</param>
    public static void EarlierCharters(string database, int from, int to)
    {
        using var file = SqliteFile.Open(database);
        var originals = file.Query("SELECT Id FROM charters WHERE Id > '01'", row => row.GetString(0)).ToList();
        foreach (var table in OfCharters)
            Copy(file, table, (from, to), column => OfCharter(table, column), Originals(table, originals));
    }

    /// <summary>Copies all operators with their charters. People are shared, and have no sessions there.</summary>
    public static void MoreOperators(string database, int count)
    {
        using var file = SqliteFile.Open(database);
        foreach (var table in OfOperators) Copy(file, table, (1, count), OfOperator, "");
    }

    private static void Copy(
        SqliteFile file, string table, (int From, int To) copies, Func<string, string> value, string where)
    {
        var columns = file.Query($"SELECT name FROM pragma_table_info('{table}')", row => row.GetString(0)).ToList();
        file.Execute($"""
            WITH RECURSIVE copies(i) AS (SELECT {copies.From} UNION ALL SELECT i + 1 FROM copies WHERE i < {copies.To})
            INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", columns.Select(value))} FROM copies CROSS JOIN {table} {where}
            """);
    }

    private static string Originals(string table, IReadOnlyList<string> charters)
    {
        var ids = string.Join(", ", charters.Select(id => $"'{id}'"));
        return table switch
        {
            "charters" => $"WHERE Id IN ({ids})",
            "checklist_items" => $"WHERE ChecklistId IN (SELECT Id FROM checklists WHERE CharterId IN ({ids}))",
            "waiver_keeping" => $"WHERE WaiverId IN (SELECT Id FROM waivers WHERE CharterId IN ({ids}))",
            "search_words" => $"WHERE EntityId IN ({ids})",
            _ => $"WHERE CharterId IN ({ids})",
        };
    }

    private static string OfCharter(string table, string column) => (table, column) switch
    {
        (_, "SortAt" or "Departure" or "Return" or "At" or "CreatedAt" or "SettledAt" or "NotBefore") =>
            $"\"{column}\" - i * {TimeSpan.TicksPerDay}",
        ("charters", "Date") => "date(Date, '-' || i || ' days')",
        ("charters", "Status") => "'Closed'",
        ("outbox", "State") => "'Sent'",
        ("log" or "waivers", "Seq") => "i * 100000 + Seq",
        ("outbox" or "nudges", "Key") => "i || Key",
        _ => IdsOfCharter.Contains(column) ? Id(column) : $"\"{column}\"",
    };

    private static string OfOperator(string column) => column switch
    {
        "PersonId" => column,
        "Slug" => "Slug || '-' || i",
        "Key" => "i || Key",
        _ => column.EndsWith("Id", StringComparison.Ordinal) ? Id(column) : $"\"{column}\"",
    };

    /// <summary>Another id, smaller than the original and than that of an earlier copy.</summary>
    private static string Id(string column) => $"printf('%08X', 16000000 - i) || substr({column}, 9)";
}
