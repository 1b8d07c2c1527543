using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ShipCaptainCrew.Data.Migrations
{
    /// <inheritdoc />
    public partial class GuestAges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "OfAgeOn",
                table: "guests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_guests_OperatorId_OfAgeOn",
                table: "guests",
                columns: new[] { "OperatorId", "OfAgeOn" },
                filter: "OfAgeOn IS NOT NULL");

            // The dates of birth that guardians entered are in the signed records. As in .NET, who was born on
            // February 29 is of age on February 28.
            migrationBuilder.Sql("""
                UPDATE guests SET OfAgeOn = (
                    SELECT CASE WHEN child.value ->> 'birth_date' LIKE '%-02-29'
                        THEN date(child.value ->> 'birth_date', '+18 years', '-1 day')
                        ELSE date(child.value ->> 'birth_date', '+18 years') END
                    FROM waivers, json_each(CAST(waivers.Body AS TEXT), '$.children') AS child
                    WHERE waivers.Id = guests.WaiverId AND waivers.Body IS NOT NULL
                        AND (upper(child.value ->> 'guest_id') = upper(guests.Id)
                            OR child.value ->> 'name' = guests.Name COLLATE NOCASE)
                    ORDER BY upper(child.value ->> 'guest_id') = upper(guests.Id) DESC
                    LIMIT 1)
                WHERE IsMinor AND WaiverId IS NOT NULL;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_guests_OperatorId_OfAgeOn",
                table: "guests");

            migrationBuilder.DropColumn(
                name: "OfAgeOn",
                table: "guests");
        }
    }
}
