using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ShipCaptainCrew.Data.Migrations
{
    /// <inheritdoc />
    public partial class DueIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_guests_OperatorId_OfAgeOn",
                table: "guests");

            migrationBuilder.CreateIndex(
                name: "IX_guests_OperatorId_CharterId_IsMinor_OfAgeOn",
                table: "guests",
                columns: new[] { "OperatorId", "CharterId", "IsMinor", "OfAgeOn" },
                filter: "OfAgeOn IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_duty_runs_Duty_Occurrence",
                table: "duty_runs",
                columns: new[] { "Duty", "Occurrence" });

            migrationBuilder.CreateIndex(
                name: "IX_charters_Status_SortAt",
                table: "charters",
                columns: new[] { "Status", "SortAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_guests_OperatorId_CharterId_IsMinor_OfAgeOn",
                table: "guests");

            migrationBuilder.DropIndex(
                name: "IX_duty_runs_Duty_Occurrence",
                table: "duty_runs");

            migrationBuilder.DropIndex(
                name: "IX_charters_Status_SortAt",
                table: "charters");

            migrationBuilder.CreateIndex(
                name: "IX_guests_OperatorId_OfAgeOn",
                table: "guests",
                columns: new[] { "OperatorId", "OfAgeOn" },
                filter: "OfAgeOn IS NOT NULL");
        }
    }
}
