using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ProzesseUndDatenschutz : Migration
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

            migrationBuilder.CreateTable(
                name: "Prozessentwuerfe",
                columns: table => new
                {
                    DefinitionId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Nr = table.Column<int>(type: "int", nullable: false),
                    Art = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Json = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AkteurId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Begruendung = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Prozessentwuerfe", x => new { x.DefinitionId, x.Nr });
                });

            migrationBuilder.CreateTable(
                name: "Versionswechsel",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DefinitionId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Von = table.Column<int>(type: "int", nullable: false),
                    Nach = table.Column<int>(type: "int", nullable: false),
                    Zuordnung = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    FristenNeu = table.Column<bool>(type: "bit", nullable: false),
                    Grund = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AkteurId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Arbeitet = table.Column<bool>(type: "bit", nullable: false),
                    AngehaltenAm = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AngehaltenVon = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LeaseOwner = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LeaseUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Fence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Versionswechsel", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Wechselfaelle",
                columns: table => new
                {
                    WechselId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nr = table.Column<int>(type: "int", nullable: false),
                    FallNummer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BueroId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Stand = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Ergebnis = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Rueckweg = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Takt = table.Column<long>(type: "bigint", nullable: false),
                    Hinweis = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    RuecknahmeVon = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RuecknahmeGrund = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    RuecknahmeAm = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Wechselfaelle", x => new { x.WechselId, x.FallId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Zugriffe_Art_At",
                table: "Zugriffe",
                columns: new[] { "Art", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Loeschungen_GeloeschtAm_BestaetigtAm",
                table: "Loeschungen",
                columns: new[] { "GeloeschtAm", "BestaetigtAm" });

            migrationBuilder.CreateIndex(
                name: "IX_Versionswechsel_Arbeitet",
                table: "Versionswechsel",
                column: "Arbeitet");

            migrationBuilder.CreateIndex(
                name: "IX_Versionswechsel_DefinitionId_At",
                table: "Versionswechsel",
                columns: new[] { "DefinitionId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Wechselfaelle_FallId",
                table: "Wechselfaelle",
                column: "FallId");

            migrationBuilder.CreateIndex(
                name: "IX_Wechselfaelle_WechselId_Stand_Nr",
                table: "Wechselfaelle",
                columns: new[] { "WechselId", "Stand", "Nr" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Loeschungen");

            migrationBuilder.DropTable(
                name: "Prozessentwuerfe");

            migrationBuilder.DropTable(
                name: "Versionswechsel");

            migrationBuilder.DropTable(
                name: "Wechselfaelle");

            migrationBuilder.DropIndex(
                name: "IX_Zugriffe_Art_At",
                table: "Zugriffe");
        }
    }
}
