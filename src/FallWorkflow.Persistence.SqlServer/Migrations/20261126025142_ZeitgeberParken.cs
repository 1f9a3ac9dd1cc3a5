using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ZeitgeberParken : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Timer_DueAt",
                table: "Timer");

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "Timer",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LastError",
                table: "Timer",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ParkedAt",
                table: "Timer",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Timer_ParkedAt_DueAt_Lfd",
                table: "Timer",
                columns: new[] { "ParkedAt", "DueAt", "Lfd" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Timer_ParkedAt_DueAt_Lfd",
                table: "Timer");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "Timer");

            migrationBuilder.DropColumn(
                name: "LastError",
                table: "Timer");

            migrationBuilder.DropColumn(
                name: "ParkedAt",
                table: "Timer");

            migrationBuilder.CreateIndex(
                name: "IX_Timer_DueAt",
                table: "Timer",
                column: "DueAt");
        }
    }
}
