using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ShipCaptainCrew.Data.Migrations
{
    /// <inheritdoc />
    public partial class MembershipActivation : Migration
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
            migrationBuilder.Sql("""
                UPDATE operators SET FormerSlugs = (SELECT json_group_array(json_extract(log.Facts, '$.from'))
                FROM log WHERE log.OperatorId = operators.Id AND log.Kind = 'operator.moved');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
