using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Fallliste : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Bedarfe",
                table: "Faelle",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Listenstand",
                table: "Faelle",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NaechsteFaelligkeit",
                table: "Faelle",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "Namensfolge",
                table: "Faelle",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "Suchwoerter",
                columns: table => new
                {
                    FallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Wort = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suchwoerter", x => new { x.FallId, x.Wort });
                    table.ForeignKey(
                        name: "FK_Suchwoerter_Faelle_FallId",
                        column: x => x.FallId,
                        principalTable: "Faelle",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Faelle_BueroId_NaechsteFaelligkeit_Nummer",
                table: "Faelle",
                columns: new[] { "BueroId", "NaechsteFaelligkeit", "Nummer" });

            migrationBuilder.CreateIndex(
                name: "IX_Faelle_BueroId_Namensfolge_Nummer",
                table: "Faelle",
                columns: new[] { "BueroId", "Namensfolge", "Nummer" });

            migrationBuilder.CreateIndex(
                name: "IX_Faelle_BueroId_Nummer",
                table: "Faelle",
                columns: new[] { "BueroId", "Nummer" });

            migrationBuilder.CreateIndex(
                name: "IX_Faelle_Listenstand",
                table: "Faelle",
                column: "Listenstand");

            migrationBuilder.CreateIndex(
                name: "IX_Faelle_NaechsteFaelligkeit_Nummer",
                table: "Faelle",
                columns: new[] { "NaechsteFaelligkeit", "Nummer" });

            migrationBuilder.CreateIndex(
                name: "IX_Faelle_Namensfolge_Nummer",
                table: "Faelle",
                columns: new[] { "Namensfolge", "Nummer" });

            migrationBuilder.CreateIndex(
                name: "IX_Suchwoerter_Wort_FallId",
                table: "Suchwoerter",
                columns: new[] { "Wort", "FallId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Suchwoerter");

            migrationBuilder.DropIndex(
                name: "IX_Faelle_BueroId_NaechsteFaelligkeit_Nummer",
                table: "Faelle");

            migrationBuilder.DropIndex(
                name: "IX_Faelle_BueroId_Namensfolge_Nummer",
                table: "Faelle");

            migrationBuilder.DropIndex(
                name: "IX_Faelle_BueroId_Nummer",
                table: "Faelle");

            migrationBuilder.DropIndex(
                name: "IX_Faelle_Listenstand",
                table: "Faelle");

            migrationBuilder.DropIndex(
                name: "IX_Faelle_NaechsteFaelligkeit_Nummer",
                table: "Faelle");

            migrationBuilder.DropIndex(
                name: "IX_Faelle_Namensfolge_Nummer",
                table: "Faelle");

            migrationBuilder.DropColumn(
                name: "Bedarfe",
                table: "Faelle");

            migrationBuilder.DropColumn(
                name: "Listenstand",
                table: "Faelle");

            migrationBuilder.DropColumn(
                name: "NaechsteFaelligkeit",
                table: "Faelle");

            migrationBuilder.DropColumn(
                name: "Namensfolge",
                table: "Faelle");
        }
    }
}
