using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ShipCaptainCrew.Data.Migrations
{
    /// <inheritdoc />
    public partial class Settings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReplyTo",
                table: "operators",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SenderName",
                table: "operators",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "kept_forms",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_forms", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Word = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    EntityId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_words", x => new { x.OperatorId, x.Word, x.Kind, x.EntityId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_search_words_OperatorId_EntityId",
                table: "search_words",
                columns: new[] { "OperatorId", "EntityId" });

            migrationBuilder.AddColumn<string>(
                name: "CloseReason",
                table: "charters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EarlierMoves",
                table: "charters",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_OperatorId_CharterId",
                table: "outbox",
                columns: new[] { "OperatorId", "CharterId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_OperatorId_CharterId",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "CloseReason",
                table: "charters");

            migrationBuilder.DropColumn(
                name: "EarlierMoves",
                table: "charters");

            migrationBuilder.DropTable(
                name: "kept_forms");

            migrationBuilder.DropTable(
                name: "search_words");

            migrationBuilder.DropColumn(
                name: "ReplyTo",
                table: "operators");

            migrationBuilder.DropColumn(
                name: "SenderName",
                table: "operators");
        }
    }
}
