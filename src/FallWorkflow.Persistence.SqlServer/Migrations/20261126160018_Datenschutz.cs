using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.SqlServer.Migrations
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Akte = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    BueroId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Ausgang = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FristAb = table.Column<DateOnly>(type: "date", nullable: true),
                    Frist = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    BestaetigtVonRolle = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BestaetigtAm = table.Column<DateTime>(type: "datetime2", nullable: false),
                    GeloeschtAm = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Datensaetze = table.Column<int>(type: "int", nullable: false)
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
