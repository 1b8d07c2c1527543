// Written by hand; keep it when Initial is generated anew. Its number is later than any Initial before the first release, and after
// that the order no longer matters. A migration that rebuilds the table "log" drops its triggers: it must make them again.
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ShipCaptainCrew.Data.Migrations;

/// <summary>What is in the log stays as it is: not even INSERT OR REPLACE gets past the triggers.</summary>
[DbContext(typeof(AppDbContext))]
[Migration("20270101000000_AppendOnlyLog")]
public sealed class AppendOnlyLog : Migration
{
    public static readonly string[] Triggers = ["log_keeps_entries", "log_keeps_words", "log_keeps_places"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE TRIGGER log_keeps_entries BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;");
        migrationBuilder.Sql("CREATE TRIGGER log_keeps_words BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;");
        migrationBuilder.Sql("""
            CREATE TRIGGER log_keeps_places BEFORE INSERT ON log
            WHEN EXISTS (SELECT 1 FROM log WHERE OperatorId = NEW.OperatorId AND Seq = NEW.Seq)
            BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in Triggers) migrationBuilder.Sql($"DROP TRIGGER {trigger};");
    }
}
