using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Datenschutz : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Loeschungen",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Akte = table.Column<Guid>(type: "TEXT", nullable: true),
                    BueroId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Ausgang = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    FristAb = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Frist = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    BestaetigtVonRolle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BestaetigtAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GeloeschtAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Datensaetze = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Loeschungen", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Zugriffe_Art_At",
                table: "Zugriffe",
                columns: new[] { "Art", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Loeschungen_GeloeschtAm_BestaetigtAm",
                table: "Loeschungen",
                columns: new[] { "GeloeschtAm", "BestaetigtAm" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Loeschungen");

            migrationBuilder.DropIndex(
                name: "IX_Zugriffe_Art_At",
                table: "Zugriffe");
        }
    }
}
