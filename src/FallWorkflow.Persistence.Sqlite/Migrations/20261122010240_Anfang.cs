using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FallWorkflow.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Anfang : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Aufgaben",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BueroId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Art = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Titel = table.Column<string>(type: "TEXT", nullable: false),
                    Beschreibung = table.Column<string>(type: "TEXT", nullable: true),
                    Rolle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ZustaendigId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ErstelltAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FaelligAm = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Fristregel = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Ueberfaellig = table.Column<bool>(type: "INTEGER", nullable: false),
                    RuhtVon = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RuhtBis = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Bezug = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ErledigtDurch = table.Column<string>(type: "TEXT", nullable: false),
                    Ergebnisse = table.Column<string>(type: "TEXT", nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ExecutionId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BeendetAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    BeendetVon = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Ergebnis = table.Column<string>(type: "TEXT", nullable: true),
                    Begruendung = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Lfd = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Aufgaben", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Benutzer",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Rolle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BueroId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TeamId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TraegerId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EMail = table.Column<string>(type: "TEXT", nullable: true),
                    KennwortHash = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Benutzer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Bookmarks",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ExecutionId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ActivityId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Stimulus = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CorrelationId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Lfd = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bookmarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Buero",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Land = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    LokaleFeiertage = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Buero", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Eingang",
                columns: table => new
                {
                    Schluessel = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Eingang", x => x.Schluessel);
                });

            migrationBuilder.CreateTable(
                name: "Erinnerungen",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Schluessel = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    FallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BueroId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Rolle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EmpfaengerId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Betreff = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    FaelligAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ZugestelltAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Versuche = table.Column<int>(type: "INTEGER", nullable: false),
                    FruehestensAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LetzterFehler = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Erinnerungen", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Fachkonzepte",
                columns: table => new
                {
                    BueroId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    GueltigAb = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Begruendung = table.Column<string>(type: "TEXT", nullable: false),
                    Daten = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fachkonzepte", x => new { x.BueroId, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "Faelle",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nummer = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    BueroId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Korrelation = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", nullable: true),
                    Suchtext = table.Column<string>(type: "TEXT", nullable: false),
                    FallmanagerId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IntegrationsfachkraftId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Phase = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    UebergebenAm = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ErstmalsAufgenommenAm = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AufgenommenAm = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LetzterKontaktAm = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RueckgabeAm = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AbgeschlossenAm = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BeendetAm = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ZugangErfuellt = table.Column<bool>(type: "INTEGER", nullable: true),
                    ZugangRegel = table.Column<string>(type: "TEXT", nullable: true),
                    ZugangKonzeptVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Takt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Faelle", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Idempotenz",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AkteurId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    ResponseJson = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Idempotenz", x => new { x.Key, x.AkteurId });
                });

            migrationBuilder.CreateTable(
                name: "Journal",
                columns: table => new
                {
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CorrelationId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ActivityId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ActivityType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ExecutionId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Data = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Journal", x => new { x.InstanceId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "Nachrichten",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Art = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TraegerId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Bezug = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Inhalt = table.Column<string>(type: "TEXT", nullable: false),
                    Nr = table.Column<long>(type: "INTEGER", nullable: false),
                    ErstelltAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GesendetAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Versuche = table.Column<int>(type: "INTEGER", nullable: false),
                    FruehestensAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LetzterFehler = table.Column<string>(type: "TEXT", nullable: true),
                    LeaseOwner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Fence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nachrichten", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Nummernkreise",
                columns: table => new
                {
                    Jahr = table.Column<int>(type: "INTEGER", nullable: false),
                    Letzte = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nummernkreise", x => x.Jahr);
                });

            migrationBuilder.CreateTable(
                name: "Postausgang",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    An = table.Column<string>(type: "TEXT", nullable: false),
                    Betreff = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Schluessel = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Postausgang", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Prozessversionen",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DefinitionId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Prozessversionen", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Systemzustand",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Art = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    ErstelltAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TestClock = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Systemzustand", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Timer",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ExecutionId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ActivityId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CorrelationId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: true),
                    LeaseOwner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Fence = table.Column<long>(type: "INTEGER", nullable: false),
                    Lfd = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Timer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Traeger",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Leistungsbereich = table.Column<string>(type: "TEXT", nullable: false),
                    EMail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Traeger", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Verlauf",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Datum = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Art = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Titel = table.Column<string>(type: "TEXT", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", nullable: true),
                    Bezug = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Lfd = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Verlauf", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WorkflowInstanzen",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DefinitionId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DefinitionVersionId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CorrelationId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    ParentInstanceId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ParentExecutionId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    SubStatus = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StateJson = table.Column<string>(type: "TEXT", nullable: false),
                    LastSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    RowVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    Lfd = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkflowInstanzen", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Zugriffe",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AkteurId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Art = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Zweck = table.Column<string>(type: "TEXT", nullable: false),
                    Grundlage = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Zugriffe", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Eintraege",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nr = table.Column<long>(type: "INTEGER", nullable: false),
                    WirksamAm = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ErfasstAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ErfasstVon = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Art = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Daten = table.Column<string>(type: "TEXT", nullable: false),
                    Merkmal = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Berichtigt = table.Column<Guid>(type: "TEXT", nullable: true),
                    Begruendung = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Eintraege", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Eintraege_Faelle_FallId",
                        column: x => x.FallId,
                        principalTable: "Faelle",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Zuweisungen",
                columns: table => new
                {
                    ZuweisungId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TraegerId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Leistung = table.Column<string>(type: "TEXT", nullable: false),
                    Stand = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    GesendetAm = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BegonnenAm = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BeendetAm = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Zuweisungen", x => x.ZuweisungId);
                    table.ForeignKey(
                        name: "FK_Zuweisungen_Faelle_FallId",
                        column: x => x.FallId,
                        principalTable: "Faelle",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Aufgaben_BueroId_Rolle_Status",
                table: "Aufgaben",
                columns: new[] { "BueroId", "Rolle", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Aufgaben_FallId_Status",
                table: "Aufgaben",
                columns: new[] { "FallId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Aufgaben_ZustaendigId_Status",
                table: "Aufgaben",
                columns: new[] { "ZustaendigId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Benutzer_BueroId_Rolle",
                table: "Benutzer",
                columns: new[] { "BueroId", "Rolle" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookmarks_CorrelationId_Stimulus",
                table: "Bookmarks",
                columns: new[] { "CorrelationId", "Stimulus" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookmarks_InstanceId",
                table: "Bookmarks",
                column: "InstanceId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookmarks_Stimulus",
                table: "Bookmarks",
                column: "Stimulus");

            migrationBuilder.CreateIndex(
                name: "IX_Eingang_At",
                table: "Eingang",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Eintraege_Art_WirksamAm",
                table: "Eintraege",
                columns: new[] { "Art", "WirksamAm" });

            migrationBuilder.CreateIndex(
                name: "IX_Eintraege_Berichtigt",
                table: "Eintraege",
                column: "Berichtigt");

            migrationBuilder.CreateIndex(
                name: "IX_Eintraege_FallId_Nr",
                table: "Eintraege",
                columns: new[] { "FallId", "Nr" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Erinnerungen_Schluessel",
                table: "Erinnerungen",
                column: "Schluessel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Erinnerungen_ZugestelltAt_FaelligAt",
                table: "Erinnerungen",
                columns: new[] { "ZugestelltAt", "FaelligAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Faelle_BueroId_Status",
                table: "Faelle",
                columns: new[] { "BueroId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Faelle_FallmanagerId_Status",
                table: "Faelle",
                columns: new[] { "FallmanagerId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Faelle_Korrelation",
                table: "Faelle",
                column: "Korrelation",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Faelle_Nummer",
                table: "Faelle",
                column: "Nummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Idempotenz_At",
                table: "Idempotenz",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Journal_CorrelationId",
                table: "Journal",
                column: "CorrelationId");

            migrationBuilder.CreateIndex(
                name: "IX_Journal_Kind_At",
                table: "Journal",
                columns: new[] { "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Nachrichten_FallId_Nr",
                table: "Nachrichten",
                columns: new[] { "FallId", "Nr" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Nachrichten_GesendetAm_ErstelltAm",
                table: "Nachrichten",
                columns: new[] { "GesendetAm", "ErstelltAm" });

            migrationBuilder.CreateIndex(
                name: "IX_Nachrichten_TraegerId_Bezug",
                table: "Nachrichten",
                columns: new[] { "TraegerId", "Bezug" });

            migrationBuilder.CreateIndex(
                name: "IX_Postausgang_At",
                table: "Postausgang",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Postausgang_Schluessel",
                table: "Postausgang",
                column: "Schluessel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Prozessversionen_DefinitionId_Version",
                table: "Prozessversionen",
                columns: new[] { "DefinitionId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Prozessversionen_IsCurrent",
                table: "Prozessversionen",
                column: "IsCurrent");

            migrationBuilder.CreateIndex(
                name: "IX_Timer_CorrelationId",
                table: "Timer",
                column: "CorrelationId");

            migrationBuilder.CreateIndex(
                name: "IX_Timer_DueAt",
                table: "Timer",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Timer_InstanceId",
                table: "Timer",
                column: "InstanceId");

            migrationBuilder.CreateIndex(
                name: "IX_Verlauf_FallId_At",
                table: "Verlauf",
                columns: new[] { "FallId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstanzen_CorrelationId_Status",
                table: "WorkflowInstanzen",
                columns: new[] { "CorrelationId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstanzen_Status_DefinitionVersionId",
                table: "WorkflowInstanzen",
                columns: new[] { "Status", "DefinitionVersionId" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstanzen_SubStatus",
                table: "WorkflowInstanzen",
                column: "SubStatus");

            migrationBuilder.CreateIndex(
                name: "IX_Zugriffe_AkteurId_At",
                table: "Zugriffe",
                columns: new[] { "AkteurId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Zugriffe_FallId_At",
                table: "Zugriffe",
                columns: new[] { "FallId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Zuweisungen_FallId",
                table: "Zuweisungen",
                column: "FallId");

            migrationBuilder.CreateIndex(
                name: "IX_Zuweisungen_TraegerId_Stand",
                table: "Zuweisungen",
                columns: new[] { "TraegerId", "Stand" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Aufgaben");

            migrationBuilder.DropTable(
                name: "Benutzer");

            migrationBuilder.DropTable(
                name: "Bookmarks");

            migrationBuilder.DropTable(
                name: "Buero");

            migrationBuilder.DropTable(
                name: "Eingang");

            migrationBuilder.DropTable(
                name: "Eintraege");

            migrationBuilder.DropTable(
                name: "Erinnerungen");

            migrationBuilder.DropTable(
                name: "Fachkonzepte");

            migrationBuilder.DropTable(
                name: "Idempotenz");

            migrationBuilder.DropTable(
                name: "Journal");

            migrationBuilder.DropTable(
                name: "Nachrichten");

            migrationBuilder.DropTable(
                name: "Nummernkreise");

            migrationBuilder.DropTable(
                name: "Postausgang");

            migrationBuilder.DropTable(
                name: "Prozessversionen");

            migrationBuilder.DropTable(
                name: "Systemzustand");

            migrationBuilder.DropTable(
                name: "Timer");

            migrationBuilder.DropTable(
                name: "Traeger");

            migrationBuilder.DropTable(
                name: "Verlauf");

            migrationBuilder.DropTable(
                name: "WorkflowInstanzen");

            migrationBuilder.DropTable(
                name: "Zugriffe");

            migrationBuilder.DropTable(
                name: "Zuweisungen");

            migrationBuilder.DropTable(
                name: "Faelle");
        }
    }
}
