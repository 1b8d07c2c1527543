// Written by hand. Its date is ahead of the other migrations, so new migrations are applied before it on a fresh file.
// A migration that rebuilds the table "log" drops its triggers and must create them again.
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Data.Migrations;

/// <summary>Triggers that keep log entries from being changed, INSERT OR REPLACE included.</summary>
[DbContext(typeof(AppDbContext))]
[Migration("20270101000000_AppendOnlyLog")]
public sealed class AppendOnlyLog : Migration
{
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
        foreach (var trigger in GuardTriggers.Log) migrationBuilder.Sql($"DROP TRIGGER {trigger};");
    }
}
