using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Dokumente : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Dokumentinhalte",
                columns: table => new
                {
                    FallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DokumentId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Groesse = table.Column<int>(type: "INTEGER", nullable: false),
                    Inhalt = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dokumentinhalte", x => new { x.FallId, x.DokumentId });
                    table.ForeignKey(
                        name: "FK_Dokumentinhalte_Faelle_FallId",
                        column: x => x.FallId,
                        principalTable: "Faelle",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Dokumentinhalte");
        }
    }
}
