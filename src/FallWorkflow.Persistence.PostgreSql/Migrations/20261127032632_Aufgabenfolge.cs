using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Aufgabenfolge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Aufgaben_BueroId_Status_FaelligAm_ErstelltAm_Lfd",
                table: "Aufgaben",
                columns: new[] { "BueroId", "Status", "FaelligAm", "ErstelltAm", "Lfd" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Aufgaben_BueroId_Status_FaelligAm_ErstelltAm_Lfd",
                table: "Aufgaben");
        }
    }
}
