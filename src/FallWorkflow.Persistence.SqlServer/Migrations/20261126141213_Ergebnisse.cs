using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Ergebnisse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "GemischteAufgaben",
                table: "Benutzer",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Befragungsantworten",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BueroId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Quartal = table.Column<DateOnly>(type: "date", nullable: false),
                    Respekt = table.Column<int>(type: "int", nullable: true),
                    Verstaendlichkeit = table.Column<int>(type: "int", nullable: true),
                    Mitbestimmung = table.Column<int>(type: "int", nullable: true),
                    Unterstuetzung = table.Column<int>(type: "int", nullable: true),
                    Zufriedenheit = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Befragungsantworten", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Befragungslinks",
                columns: table => new
                {
                    Pruefsumme = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BueroId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    GueltigBis = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Befragungslinks", x => x.Pruefsumme);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Befragungsantworten_BueroId_Quartal",
                table: "Befragungsantworten",
                columns: new[] { "BueroId", "Quartal" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Befragungsantworten");

            migrationBuilder.DropTable(
                name: "Befragungslinks");

            migrationBuilder.DropColumn(
                name: "GemischteAufgaben",
                table: "Benutzer");
        }
    }
}
