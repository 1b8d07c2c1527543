using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ShipCaptainCrew.Data.Migrations
{
    /// <inheritdoc />
    public partial class Clock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DoesWithout",
                table: "members",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<long>(
                name: "ActualDeparture",
                table: "charters",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ActualReturn",
                table: "charters",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ClockHeld",
                table: "charters",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "LastMove_At",
                table: "charters",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LastMove_By",
                table: "charters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LastMove_From",
                table: "charters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NudgedAt",
                table: "charters",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Overdue_At",
                table: "charters",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Overdue_MemberId",
                table: "charters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Overdue_Name",
                table: "charters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Override_At",
                table: "charters",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Override_By",
                table: "charters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Override_Reason",
                table: "charters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReminderHours",
                table: "charters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SeriesId",
                table: "charters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReminderHours",
                table: "charter_types",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "defects",
                columns: table => new
                {
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VesselId = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Severity = table.Column<string>(type: "TEXT", nullable: false),
                    CharterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RaisedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Remedy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_defects", x => new { x.OperatorId, x.Id });
                    table.ForeignKey(
                        name: "FK_defects_members_OperatorId_ClosedBy",
                        columns: x => new { x.OperatorId, x.ClosedBy },
                        principalTable: "members",
                        principalColumns: new[] { "OperatorId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_defects_members_OperatorId_RaisedBy",
                        columns: x => new { x.OperatorId, x.RaisedBy },
                        principalTable: "members",
                        principalColumns: new[] { "OperatorId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_defects_operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_defects_vessels_OperatorId_VesselId",
                        columns: x => new { x.OperatorId, x.VesselId },
                        principalTable: "vessels",
                        principalColumns: new[] { "OperatorId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_runs",
                columns: table => new
                {
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Duty = table.Column<string>(type: "TEXT", nullable: false),
                    Occurrence = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Did = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_runs", x => new { x.OperatorId, x.Duty, x.Occurrence });
                });

            migrationBuilder.CreateTable(
                name: "nudges",
                columns: table => new
                {
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CharterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_nudges", x => new { x.OperatorId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "signed_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signed_links", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "standing_orders",
                columns: table => new
                {
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReminderHours = table.Column<string>(type: "TEXT", nullable: false),
                    GraceMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    ShoreContact_Email = table.Column<string>(type: "TEXT", nullable: true),
                    ShoreContact_Name = table.Column<string>(type: "TEXT", nullable: true),
                    ShoreContact_Phone = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_standing_orders", x => new { x.OperatorId, x.Id });
                    table.ForeignKey(
                        name: "FK_standing_orders_operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_charters_OperatorId_Status_SortAt",
                table: "charters",
                columns: new[] { "OperatorId", "Status", "SortAt" });

            migrationBuilder.CreateIndex(
                name: "IX_defects_OperatorId_ClosedBy",
                table: "defects",
                columns: new[] { "OperatorId", "ClosedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_defects_OperatorId_RaisedBy",
                table: "defects",
                columns: new[] { "OperatorId", "RaisedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_defects_OperatorId_VesselId_ClosedAt",
                table: "defects",
                columns: new[] { "OperatorId", "VesselId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_nudges_At",
                table: "nudges",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_nudges_OperatorId_CharterId_MemberId_At",
                table: "nudges",
                columns: new[] { "OperatorId", "CharterId", "MemberId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_signed_links_ExpiresAt",
                table: "signed_links",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_signed_links_Hash",
                table: "signed_links",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_signed_links_OperatorId_SubjectId",
                table: "signed_links",
                columns: new[] { "OperatorId", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_standing_orders_OperatorId",
                table: "standing_orders",
                column: "OperatorId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "defects");

            migrationBuilder.DropTable(
                name: "duty_runs");

            migrationBuilder.DropTable(
                name: "nudges");

            migrationBuilder.DropTable(
                name: "signed_links");

            migrationBuilder.DropTable(
                name: "standing_orders");

            migrationBuilder.DropIndex(
                name: "IX_charters_OperatorId_Status_SortAt",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "DoesWithout",
                table: "members");

            migrationBuilder.DropColumn(
                name: "ActualDeparture",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "ActualReturn",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "ClockHeld",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "LastMove_At",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "LastMove_By",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "LastMove_From",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "NudgedAt",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "Overdue_At",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "Overdue_MemberId",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "Overdue_Name",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "Override_At",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "Override_By",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "Override_Reason",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "ReminderHours",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "SeriesId",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "ReminderHours",
                table: "charter_types");
        }
    }
}
