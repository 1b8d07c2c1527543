using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ShipCaptainCrew.Data.Migrations
{
    /// <inheritdoc />
    public partial class MoveHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }
    }
}
