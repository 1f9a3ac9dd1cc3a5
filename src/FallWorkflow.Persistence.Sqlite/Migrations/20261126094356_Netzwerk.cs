using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Netzwerk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Netzwerk",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BueroId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nr = table.Column<long>(type: "INTEGER", nullable: false),
                    WirksamAm = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ErfasstAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ErfasstVon = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Art = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Daten = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Netzwerk", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Netzwerk_BueroId_Nr",
                table: "Netzwerk",
                columns: new[] { "BueroId", "Nr" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Netzwerk");
        }
    }
}
