using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AusloeserParken : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "Zeitausloeser",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LastError",
                table: "Zeitausloeser",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ParkedAt",
                table: "Zeitausloeser",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "HttpAufrufe",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LastError",
                table: "HttpAufrufe",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ParkedAt",
                table: "HttpAufrufe",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "Zeitausloeser");

            migrationBuilder.DropColumn(
                name: "LastError",
                table: "Zeitausloeser");

            migrationBuilder.DropColumn(
                name: "ParkedAt",
                table: "Zeitausloeser");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "HttpAufrufe");

            migrationBuilder.DropColumn(
                name: "LastError",
                table: "HttpAufrufe");

            migrationBuilder.DropColumn(
                name: "ParkedAt",
                table: "HttpAufrufe");
        }
    }
}
