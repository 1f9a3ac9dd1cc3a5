using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Termine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Termine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerminId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Beginn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ende = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Zweck = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Ort = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Stand = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    VereinbartAm = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Verschoben = table.Column<int>(type: "INTEGER", nullable: false),
                    MitErinnerung = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Termine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Termine_Faelle_FallId",
                        column: x => x.FallId,
                        principalTable: "Faelle",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Termine_FallId_Beginn",
                table: "Termine",
                columns: new[] { "FallId", "Beginn" });

            migrationBuilder.CreateIndex(
                name: "IX_Termine_MitErinnerung_Stand_Beginn",
                table: "Termine",
                columns: new[] { "MitErinnerung", "Stand", "Beginn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Termine");
        }
    }
}
