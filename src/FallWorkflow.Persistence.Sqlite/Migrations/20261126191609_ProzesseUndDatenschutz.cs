using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.Sqlite.Migrations
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

            migrationBuilder.CreateTable(
                name: "Prozessentwuerfe",
                columns: table => new
                {
                    DefinitionId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nr = table.Column<int>(type: "INTEGER", nullable: false),
                    Art = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AkteurId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Begruendung = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Prozessentwuerfe", x => new { x.DefinitionId, x.Nr });
                });

            migrationBuilder.CreateTable(
                name: "Versionswechsel",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DefinitionId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Von = table.Column<int>(type: "INTEGER", nullable: false),
                    Nach = table.Column<int>(type: "INTEGER", nullable: false),
                    Zuordnung = table.Column<string>(type: "TEXT", nullable: false),
                    FristenNeu = table.Column<bool>(type: "INTEGER", nullable: false),
                    Grund = table.Column<string>(type: "TEXT", nullable: false),
                    AkteurId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Arbeitet = table.Column<bool>(type: "INTEGER", nullable: false),
                    AngehaltenAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AngehaltenVon = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LeaseOwner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Fence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Versionswechsel", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Wechselfaelle",
                columns: table => new
                {
                    WechselId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nr = table.Column<int>(type: "INTEGER", nullable: false),
                    FallNummer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BueroId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Stand = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Ergebnis = table.Column<string>(type: "TEXT", nullable: true),
                    Rueckweg = table.Column<string>(type: "TEXT", nullable: true),
                    Takt = table.Column<long>(type: "INTEGER", nullable: false),
                    Hinweis = table.Column<string>(type: "TEXT", nullable: true),
                    RuecknahmeVon = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RuecknahmeGrund = table.Column<string>(type: "TEXT", nullable: true),
                    RuecknahmeAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
