using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ShipCaptainCrew.Data.Migrations
{
    /// <inheritdoc />
    public partial class Guests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "WaiverYears",
                table: "standing_orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 4);

            migrationBuilder.CreateTable(
                name: "guests",
                columns: table => new
                {
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CharterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    Phone = table.Column<string>(type: "TEXT", nullable: true),
                    IsMinor = table.Column<bool>(type: "INTEGER", nullable: false),
                    GuardianName = table.Column<string>(type: "TEXT", nullable: true),
                    Needs = table.Column<string>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsPlaced = table.Column<bool>(type: "INTEGER", nullable: false),
                    ArrivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    BoardedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NoShowAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WaiverId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guests", x => new { x.OperatorId, x.Id });
                    table.ForeignKey(
                        name: "FK_guests_charters_OperatorId_CharterId",
                        columns: x => new { x.OperatorId, x.CharterId },
                        principalTable: "charters",
                        principalColumns: new[] { "OperatorId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_guests_operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "musters",
                columns: table => new
                {
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CharterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ashore_At = table.Column<long>(type: "INTEGER", nullable: true),
                    Ashore_By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Ashore_Guests = table.Column<int>(type: "INTEGER", nullable: true),
                    Ashore_To = table.Column<string>(type: "TEXT", nullable: true),
                    Incident_At = table.Column<long>(type: "INTEGER", nullable: true),
                    Incident_By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Incident_What = table.Column<string>(type: "TEXT", nullable: true),
                    Orientation_At = table.Column<long>(type: "INTEGER", nullable: true),
                    Orientation_By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Orientation_Topics = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_musters", x => new { x.OperatorId, x.Id });
                    table.ForeignKey(
                        name: "FK_musters_charters_OperatorId_CharterId",
                        columns: x => new { x.OperatorId, x.CharterId },
                        principalTable: "charters",
                        principalColumns: new[] { "OperatorId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_musters_operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waiver_keeping",
                columns: table => new
                {
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WaiverId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RetainUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    HoldReason = table.Column<string>(type: "TEXT", nullable: true),
                    HeldBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    HeldAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiver_keeping", x => new { x.OperatorId, x.WaiverId });
                });

            migrationBuilder.CreateTable(
                name: "waiver_templates",
                columns: table => new
                {
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ArchivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Texts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiver_templates", x => new { x.OperatorId, x.Id });
                    table.ForeignKey(
                        name: "FK_waiver_templates_operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waivers",
                columns: table => new
                {
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    CharterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GuestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Erases = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    BodyHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealBytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waivers", x => new { x.OperatorId, x.Seq });
                });

            migrationBuilder.CreateTable(
                name: "head_counts",
                columns: table => new
                {
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MusterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Which = table.Column<string>(type: "TEXT", nullable: false),
                    Guests = table.Column<int>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_head_counts", x => new { x.OperatorId, x.Id });
                    table.ForeignKey(
                        name: "FK_head_counts_members_OperatorId_MemberId",
                        columns: x => new { x.OperatorId, x.MemberId },
                        principalTable: "members",
                        principalColumns: new[] { "OperatorId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_head_counts_musters_OperatorId_MusterId",
                        columns: x => new { x.OperatorId, x.MusterId },
                        principalTable: "musters",
                        principalColumns: new[] { "OperatorId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "waiver_versions",
                columns: table => new
                {
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TemplateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiver_versions", x => new { x.OperatorId, x.TemplateId, x.Number, x.Language });
                    table.ForeignKey(
                        name: "FK_waiver_versions_waiver_templates_OperatorId_TemplateId",
                        columns: x => new { x.OperatorId, x.TemplateId },
                        principalTable: "waiver_templates",
                        principalColumns: new[] { "OperatorId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_guests_OperatorId_CharterId",
                table: "guests",
                columns: new[] { "OperatorId", "CharterId" });

            migrationBuilder.CreateIndex(
                name: "IX_head_counts_OperatorId_MemberId",
                table: "head_counts",
                columns: new[] { "OperatorId", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_head_counts_OperatorId_MusterId",
                table: "head_counts",
                columns: new[] { "OperatorId", "MusterId" });

            migrationBuilder.CreateIndex(
                name: "IX_musters_OperatorId_CharterId",
                table: "musters",
                columns: new[] { "OperatorId", "CharterId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_waiver_keeping_OperatorId_RetainUntil",
                table: "waiver_keeping",
                columns: new[] { "OperatorId", "RetainUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_waivers_OperatorId_CharterId",
                table: "waivers",
                columns: new[] { "OperatorId", "CharterId" });

            migrationBuilder.CreateIndex(
                name: "IX_waivers_OperatorId_Id",
                table: "waivers",
                columns: new[] { "OperatorId", "Id" },
                unique: true);

            foreach (var sql in WaiverGuards.Create) migrationBuilder.Sql(sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "guests");

            migrationBuilder.DropTable(
                name: "head_counts");

            migrationBuilder.DropTable(
                name: "waiver_keeping");

            migrationBuilder.DropTable(
                name: "waiver_versions");

            migrationBuilder.DropTable(
                name: "waivers");

            migrationBuilder.DropTable(
                name: "musters");

            migrationBuilder.DropTable(
                name: "waiver_templates");

            migrationBuilder.DropColumn(
                name: "WaiverYears",
                table: "standing_orders");
        }
    }
}
