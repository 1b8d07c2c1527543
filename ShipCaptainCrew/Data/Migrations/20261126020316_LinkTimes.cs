using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ShipCaptainCrew.Data.Migrations
{
    /// <inheritdoc />
    public partial class LinkTimes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_magic_links_CreatedAt",
                table: "magic_links",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_magic_links_ExpiresAt",
                table: "magic_links",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_magic_links_PersonId_CreatedAt",
                table: "magic_links",
                columns: new[] { "PersonId", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_magic_links_CreatedAt",
                table: "magic_links");

            migrationBuilder.DropIndex(
                name: "IX_magic_links_ExpiresAt",
                table: "magic_links");

            migrationBuilder.DropIndex(
                name: "IX_magic_links_PersonId_CreatedAt",
                table: "magic_links");
        }
    }
}
