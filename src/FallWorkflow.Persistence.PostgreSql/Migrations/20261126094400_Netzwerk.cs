using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.PostgreSql.Migrations
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BueroId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Nr = table.Column<long>(type: "bigint", nullable: false),
                    WirksamAm = table.Column<DateOnly>(type: "date", nullable: false),
                    ErfasstAm = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ErfasstVon = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Art = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Daten = table.Column<string>(type: "text", nullable: false)
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
