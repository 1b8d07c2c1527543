using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ShipCaptainCrew.Data.Migrations
{
    /// <inheritdoc />
    public partial class ListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_OperatorId_CharterId",
                table: "outbox");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_OperatorId_CharterId_CreatedAt",
                table: "outbox",
                columns: new[] { "OperatorId", "CharterId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_State_OperatorId_CreatedAt",
                table: "outbox",
                columns: new[] { "State", "OperatorId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_log_OperatorId_At_Seq",
                table: "log",
                columns: new[] { "OperatorId", "At", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_log_OperatorId_MemberId_Seq",
                table: "log",
                columns: new[] { "OperatorId", "MemberId", "Seq" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_OperatorId_CharterId_CreatedAt",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_outbox_State_OperatorId_CreatedAt",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_log_OperatorId_At_Seq",
                table: "log");

            migrationBuilder.DropIndex(
                name: "IX_log_OperatorId_MemberId_Seq",
                table: "log");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_OperatorId_CharterId",
                table: "outbox",
                columns: new[] { "OperatorId", "CharterId" });
        }
    }
}
