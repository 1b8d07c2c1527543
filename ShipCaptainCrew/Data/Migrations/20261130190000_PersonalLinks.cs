using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ShipCaptainCrew.Data.Migrations
{
    /// <inheritdoc />
    public partial class PersonalLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FormerSlugs",
                table: "operators",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "AcceptedInSession",
                table: "members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ActiveSince",
                table: "members",
                type: "INTEGER",
                nullable: true);

            // A member who was archived and invited again has no JoinedAt; the log has the time at which they joined.
            migrationBuilder.Sql("""
                UPDATE members SET ActiveSince = COALESCE(JoinedAt, (SELECT MAX(log.At) FROM log
                WHERE log.OperatorId = members.OperatorId AND log.SubjectId = members.Id
                    AND log.Kind = 'member.joined'));
                """);
            // Whoever was suspended and is active again has been active since the change that ended the suspension.
            migrationBuilder.Sql("""
                UPDATE members SET ActiveSince = MAX(ActiveSince, (SELECT MAX(log.At)
                    FROM log, json_each(log.Facts, '$.fields') AS field
                    WHERE log.OperatorId = members.OperatorId AND log.SubjectId = members.Id
                        AND log.Kind = 'member.changed' AND field.value = 'suspended'))
                WHERE SuspendedAt IS NULL AND ActiveSince IS NOT NULL AND EXISTS (SELECT 1
                    FROM log, json_each(log.Facts, '$.fields') AS field
                    WHERE log.OperatorId = members.OperatorId AND log.SubjectId = members.Id
                        AND log.Kind = 'member.changed' AND field.value = 'suspended');
                """);
            migrationBuilder.Sql("""
                UPDATE operators SET FormerSlugs = (SELECT json_group_array(json_extract(log.Facts, '$.from'))
                FROM log WHERE log.OperatorId = operators.Id AND log.Kind = 'operator.moved');
                """);

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

            // Links of guests whom the office entered were issued by it, or mailed to the address it entered. A guest who
            // joined by a shared link could make others, which show only what was signed by them. Of links of removed
            // guests only the receipt is left. None says where it was mailed to.
            migrationBuilder.Sql("""
                UPDATE signed_links SET Mailbox = '00000000-0000-0000-0000-000000000000' WHERE Kind = 'Waiver';
                """);
            migrationBuilder.Sql("""
                UPDATE signed_links SET IsFromOffice = 1 WHERE Kind = 'Waiver' AND NOT EXISTS (
                    SELECT 1 FROM guests WHERE guests.OperatorId = signed_links.OperatorId
                        AND guests.Id = signed_links.SubjectId AND guests.Source NOT IN ('Office', 'Import'));
                """);

            migrationBuilder.AddColumn<Guid>(
                name: "DeviceId",
                table: "magic_links",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "known_devices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_devices", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_known_devices_PersonId",
                table: "known_devices",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_known_devices_SeenAt",
                table: "known_devices",
                column: "SeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_known_devices_TokenHash_PersonId",
                table: "known_devices",
                columns: new[] { "TokenHash", "PersonId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_devices");

            migrationBuilder.DropColumn(
                name: "DeviceId",
                table: "magic_links");

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

            migrationBuilder.DropColumn(
                name: "FormerSlugs",
                table: "operators");

            migrationBuilder.DropColumn(
                name: "AcceptedInSession",
                table: "members");

            migrationBuilder.DropColumn(
                name: "ActiveSince",
                table: "members");
        }
    }
}
