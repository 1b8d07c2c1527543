using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ShipCaptainCrew.Data.Migrations
{
    /// <inheritdoc />
    public partial class LinkCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CodeHash",
                table: "signed_links",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrongCodes",
                table: "signed_links",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "New_CodeHash",
                table: "new_addresses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "New_WrongCodes",
                table: "new_addresses",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Old_CodeHash",
                table: "new_addresses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Old_WrongCodes",
                table: "new_addresses",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CodeHash",
                table: "signed_links");

            migrationBuilder.DropColumn(
                name: "WrongCodes",
                table: "signed_links");

            migrationBuilder.DropColumn(
                name: "New_CodeHash",
                table: "new_addresses");

            migrationBuilder.DropColumn(
                name: "New_WrongCodes",
                table: "new_addresses");

            migrationBuilder.DropColumn(
                name: "Old_CodeHash",
                table: "new_addresses");

            migrationBuilder.DropColumn(
                name: "Old_WrongCodes",
                table: "new_addresses");
        }
    }
}
