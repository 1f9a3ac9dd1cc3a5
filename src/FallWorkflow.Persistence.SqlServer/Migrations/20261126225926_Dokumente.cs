using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.SqlServer.Migrations
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
                    FallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DokumentId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Groesse = table.Column<int>(type: "int", nullable: false),
                    Inhalt = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
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
