using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ShipCaptainCrew.Data.Migrations
{
    /// <inheritdoc />
    public partial class GuestLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsFromOffice",
                table: "signed_links",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "Mailbox",
                table: "signed_links",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Mailbox",
                table: "outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_OperatorId_Mailbox",
                table: "outbox",
                columns: new[] { "OperatorId", "Mailbox" },
                filter: "\"Mailbox\" IS NOT NULL");

            // Links of guests whom the office entered were issued by it, or mailed to the address it entered. So were
            // those of guests who joined by a shared link, if they were made after the guest had signed: they show only
            // what was signed. Of links of removed guests only the receipt is left. None says where it was mailed to.
            migrationBuilder.Sql("""
                UPDATE signed_links SET Mailbox = '00000000-0000-0000-0000-000000000000' WHERE Kind = 'Waiver';
                """);
            migrationBuilder.Sql("""
                UPDATE signed_links SET IsFromOffice = 1 WHERE Kind = 'Waiver' AND NOT EXISTS (
                    SELECT 1 FROM guests WHERE guests.OperatorId = signed_links.OperatorId
                        AND guests.Id = signed_links.SubjectId AND guests.Source NOT IN ('Office', 'Import')
                        AND (guests.SignedAt IS NULL OR signed_links.CreatedAt < guests.SignedAt));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_OperatorId_Mailbox",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "IsFromOffice",
                table: "signed_links");

            migrationBuilder.DropColumn(
                name: "Mailbox",
                table: "signed_links");

            migrationBuilder.DropColumn(
                name: "Mailbox",
                table: "outbox");
        }
    }
}
