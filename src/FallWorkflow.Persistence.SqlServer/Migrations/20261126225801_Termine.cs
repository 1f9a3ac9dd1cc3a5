using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.SqlServer.Migrations
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerminId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Beginn = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Ende = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Zweck = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Ort = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Stand = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    VereinbartAm = table.Column<DateOnly>(type: "date", nullable: false),
                    Verschoben = table.Column<int>(type: "int", nullable: false),
                    MitErinnerung = table.Column<bool>(type: "bit", nullable: false)
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
