using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ShipCaptainCrew.Data.Migrations
{
    /// <inheritdoc />
    public partial class NewAddress : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "new_addresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OldEmail = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    NormalizedEmail = table.Column<string>(type: "TEXT", nullable: false),
                    Old_TokenHash = table.Column<string>(type: "TEXT", nullable: true),
                    Old_GivenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    New_TokenHash = table.Column<string>(type: "TEXT", nullable: true),
                    New_GivenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_new_addresses", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_new_addresses_ExpiresAt",
                table: "new_addresses",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_new_addresses_New_TokenHash",
                table: "new_addresses",
                column: "New_TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_new_addresses_NormalizedEmail",
                table: "new_addresses",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_new_addresses_Old_TokenHash",
                table: "new_addresses",
                column: "Old_TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_new_addresses_PersonId",
                table: "new_addresses",
                column: "PersonId",
                unique: true,
                filter: "\"State\" = 'Waiting'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "new_addresses");
        }
    }
}
