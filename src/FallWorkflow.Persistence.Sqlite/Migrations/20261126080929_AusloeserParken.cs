using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LastError",
                table: "Zeitausloeser",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ParkedAt",
                table: "Zeitausloeser",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "HttpAufrufe",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LastError",
                table: "HttpAufrufe",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ParkedAt",
                table: "HttpAufrufe",
                type: "TEXT",
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
