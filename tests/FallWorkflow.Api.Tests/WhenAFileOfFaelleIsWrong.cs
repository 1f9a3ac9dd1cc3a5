using System.Net;
using System.Text;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Every mistake is named with line, column and what to do, and nothing is stored of the line.</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenAFileOfFaelleIsWrong(Gemeinsam gemeinsam) : IAsyncLifetime
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private Sitzung _leitung = null!;

    public async Task InitializeAsync() => _leitung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("Quelle", "", "Quelle: Hier fehlt eine Angabe. Name des bisherigen Verfahrens")]
    [InlineData("Vorname", " ", "Vorname: Hier fehlt eine Angabe.")]
    [InlineData("Büro", "Fürth", "Büro: Ein Büro „Fürth“ gibt es nicht. Möglich sind: Berlin-Mitte, Nürnberg-Süd.")]
    [InlineData("Fallmanagement", "niemand", "Fallmanagement: „niemand“ gibt es im Büro Nürnberg-Süd nicht in der Rolle Fallmanagement. Möglich sind: fm.nuernberg")]
    [InlineData("Fallmanagement", Testjobcenter.BerlinerFallmanager, "Fallmanagement: „fm.berlin“ gibt es im Büro Nürnberg-Süd nicht in der Rolle Fallmanagement.")]
    [InlineData("Fallmanagement", "Fallmanager nuernberg", "Fallmanagement: „Fallmanager nuernberg“ gibt es im Büro Nürnberg-Süd in der Rolle Fallmanagement mehrmals.")]
    [InlineData("Integrationsfachkraft", Testjobcenter.Fallmanagerin, "Integrationsfachkraft: „fm.nuernberg“ gibt es im Büro Nürnberg-Süd nicht in der Rolle Vermittlung.")]
    [InlineData("Übergeben am", "31.02.2026", "Übergeben am: „31.02.2026“ ist kein Datum. Schreiben Sie TT.MM.JJJJ")]
    [InlineData("Übergeben am", "02/02/2026", "Übergeben am: „02/02/2026“ ist kein Datum.")]
    [InlineData("Letzter Kontakt am", "12.01.2027", "Letzter Kontakt am: 12.01.2027 liegt in der Zukunft. Tragen Sie einen Tag bis heute (11.01.2027) ein.")]
    [InlineData("Aufgenommen am", "01.02.2026", "Aufgenommen am: Der Tag liegt vor „Übergeben am“ (02.02.2026).")]
    [InlineData("Einwilligung am", "17.02.2026", "Aufgenommen am: Der Tag liegt vor „Einwilligung am“ (17.02.2026).")]
    [InlineData("Erstgespräch am", "17.02.2026", "Aufgenommen am: Der Tag liegt vor „Erstgespräch am“ (17.02.2026).")]
    [InlineData("Erstgespräch am", "01.02.2026", "Erstgespräch am: Der Tag liegt vor „Übergeben am“ (02.02.2026).")]
    [InlineData("Einwilligung am", "01.02.2026", "Einwilligung am: Der Tag liegt vor „Übergeben am“ (02.02.2026).")]
    [InlineData("Geburtsdatum", "31.12.1899", "Geburtsdatum: „31.12.1899“ ist kein Datum.")]
    [InlineData("Letzte Fortschreibung am", "15.03.2026", "Letzte Fortschreibung am: Der Tag liegt vor „Kooperationsplan vom“ (16.03.2026).")]
    [InlineData("Geburtsdatum", "03.02.2026", "Übergeben am: Der Tag liegt vor „Geburtsdatum“ (03.02.2026).")]
    [InlineData("Letzter Kontakt am", "01.02.2026", "Letzter Kontakt am: Der Tag liegt vor „Übergeben am“ (02.02.2026).")]
    [InlineData("Kooperationsplan vom", "01.02.2026", "Kooperationsplan vom: Der Tag liegt vor „Übergeben am“ (02.02.2026).")]
    [InlineData("Phase", "Nachbetreuung", "Phase: „Nachbetreuung“ kann hier nicht stehen. Möglich sind: Einstieg, Assessment, Planung, Umsetzung, Abschluss.")]
    [InlineData("Phase", "Einstieg", "Aufgenommen am: In der Phase Einstieg ist der Fall noch nicht aufgenommen.")]
    [InlineData("Einwilligung am", "", "Einwilligung am: In der Phase Umsetzung ist der Fall aufgenommen. Tragen Sie den Tag ein")]
    [InlineData("Handlungsbedarfe", "Gesundheit, Finanzen", "Handlungsbedarfe: „Gesundheit, Finanzen“ ist kein Handlungsbedarf.")]
    [InlineData("Kontaktform", "Brieftaube", "Kontaktform: „Brieftaube“ kann hier nicht stehen.")]
    [InlineData("Kontaktform", "", "Kontaktform: Zu „Letzter Kontakt am“ gehört auch diese Angabe.")]
    [InlineData("Letzter Kontakt am", "", "Letzter Kontakt am: Zu „Kontaktform“ gehört auch diese Angabe.")]
    [InlineData("Kooperationsplan vom", "", "Kooperationsplan vom: Zu „Letzte Fortschreibung am“ gehört auch diese Angabe.")]
    [InlineData("Kontaktrhythmus in Wochen", "vier", "Kontaktrhythmus in Wochen: „vier“ ist keine ganze Zahl.")]
    [InlineData("Kontaktrhythmus in Wochen", "40", "Kontaktrhythmus in Wochen: ")]
    [InlineData("Verlängert um Monate", "0", "Verlängert um Monate: ")]
    [InlineData("Überprüfung nach", "bald", "Überprüfung nach: ")]
    public async Task A_line_says_which_column_and_what_to_do(string spalte, string wert, string meldung)
    {
        var schluessel = Uebernahmeprobe.Key();
        var zeile = (await _leitung.ImportAsync(Uebernahmeprobe.Csv([("Schlüssel", schluessel), (spalte, wert)]), pruefen: true)).Lines().Single();
        zeile.ShouldStartWith($"Fehlerhaft {meldung}");
        (await _leitung.ImportAsync(Uebernahmeprobe.Csv([("Schlüssel", schluessel)]), pruefen: true)).Lines().ShouldBe(["Bereit"], "nothing else is wrong with it");
    }

    [Theory]
    [InlineData("Kontaktthemen", "Schulden", "Letzter Kontakt am")]
    [InlineData("Planschritt", "Anmelden", "Kooperationsplan vom")]
    [InlineData("Überprüfung nach", "3 Monate", "Kooperationsplan vom")]
    public async Task What_belongs_to_something_that_is_not_there_is_named(string spalte, string wert, string fehlt)
    {
        var datei = Uebernahmeprobe.Csv([("Letzter Kontakt am", ""), ("Kontaktform", ""), ("Kooperationsplan vom", ""), ("Letzte Fortschreibung am", ""), (spalte, wert)]);
        (await _leitung.ImportAsync(datei, pruefen: true)).Lines().Single().ShouldStartWith($"Fehlerhaft {fehlt}: Zu „{spalte}“ gehört auch diese Angabe.");
    }

    [Fact]
    public async Task Umlauts_may_be_written_as_two_letters() =>
        (await _leitung.ImportAsync(Uebernahmeprobe.Csv([("Schlüssel", Uebernahmeprobe.Key()), ("Büro", "Nuernberg-Sued"), ("Kontaktform", "buero")]), pruefen: true)).Lines().ShouldBe(["Bereit"]);

    [Fact]
    public async Task All_mistakes_of_a_line_are_named_at_once_and_with_the_number_that_a_spreadsheet_shows()
    {
        var datei = Uebernahmeprobe.Csv([], [("Phase", "x"), ("Geburtsdatum", "x"), ("Büro", "x")]).Replace("\r\nAlt", "\r\n\r\nAlt", StringComparison.Ordinal);
        var zeilen = (await _leitung.ImportAsync(datei, pruefen: true)).GetProperty("ergebnisse").EnumerateArray().ToList();
        zeilen.Select(z => z.GetProperty("zeile").GetInt32()).ShouldBe([3, 5]);
        zeilen[1].GetProperty("fehler").EnumerateArray().Select(f => f.GetProperty("spalte").GetString()).ShouldBe(["Büro", "Geburtsdatum", "Phase"]);
    }

    [Fact]
    public async Task A_separator_in_the_middle_of_a_text_is_noticed() =>
        (await _leitung.ImportAsync(Uebernahmeprobe.Csv([("Letzte Fortschreibung am", "16.09.2026;zu viel")]), pruefen: true)).Lines()
            .ShouldBe(["Fehlerhaft –: Die Zeile hat mehr Zellen als die Kopfzeile. Steht ein Trennzeichen in einem Text, dann setzen Sie den Text in Anführungszeichen."]);

    [Fact]
    public async Task The_same_key_twice_in_a_file_is_named()
    {
        var schluessel = Uebernahmeprobe.Key();
        (await _leitung.ImportAsync(Uebernahmeprobe.Csv([("Schlüssel", schluessel)], [("Schlüssel", schluessel.ToLowerInvariant())]), pruefen: true)).Lines()
            .ShouldBe(["Bereit", "Fehlerhaft Schlüssel: Quelle und Schlüssel stehen schon in Zeile 2. Löschen Sie eine der Zeilen oder geben Sie einen anderen Schlüssel ein."]);
    }

    [Fact]
    public async Task Columns_that_nobody_knows_that_are_missing_or_double_are_named_together()
    {
        var datei = Uebernahmeprobe.Csv([("Haustier", "Hund")]).Replace("Nachname", "Vorname", StringComparison.Ordinal);
        var problem = await (await _leitung.SendCsvAsync(datei)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        problem.ErrorOf("Haustier").ShouldStartWith("Diese Spalte ist nicht vorgesehen. Benennen Sie sie um oder löschen Sie sie. Vorgesehen: Quelle, Schlüssel, Büro, ");
        problem.ErrorOf("Vorname").ShouldStartWith("Diese Spalte steht zweimal");
        problem.ErrorOf("Nachname").ShouldBe("Diese Spalte fehlt in der Kopfzeile. Ergänzen Sie sie: Nachname der Klientin oder des Klienten.");
    }

    [Theory]
    [InlineData("PK\u0003\u0004", "keine CSV-Datei, sondern zum Beispiel eine Excel-Mappe")]
    [InlineData("Quelle;Schl\0ssel", "keine CSV-Datei")]
    [InlineData("OLE", "keine CSV-Datei")]
    [InlineData("Quelle;\"Schlüssel\r\nA;1\r\n", "Zeile 1")]
    [InlineData(" \r\n;;\r\n", "Unter der Kopfzeile steht kein Fall.")]
    [InlineData("{kopf}", "Unter der Kopfzeile steht kein Fall.")]
    public async Task A_file_that_is_no_table_is_refused_as_a_whole(string inhalt, string meldung)
    {
        byte[] datei = inhalt == "OLE" ? [0xD0, 0xCF, 0x11, 0xE0, 0xA1] : Encoding.UTF8.GetBytes(inhalt.Replace("{kopf}", Uebernahmeprobe.Csv(), StringComparison.Ordinal));
        var problem = await (await _leitung.SendCsvAsync(datei)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        problem.ErrorOf("datei").ShouldContain(meldung);
    }

    [Fact]
    public async Task What_is_no_file_at_all_is_refused()
    {
        await (await _leitung.PostAsync(Uebernahmeprobe.Adresse, new { })).ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "keine-datei");
        (await (await _leitung.SendCsvAsync("")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("datei").ShouldStartWith("Es ist keine Datei angekommen.");
        var ohneDatei = new HttpRequestMessage(HttpMethod.Post, Uebernahmeprobe.Adresse) { Content = new MultipartFormDataContent { { new StringContent("x"), "anderes" } } };
        ohneDatei.Headers.Add("Idempotency-Key", "k");
        (await (await _leitung.Http.SendAsync(ohneDatei)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("datei").ShouldStartWith("Es ist keine Datei angekommen.");
        var fremdesFormular = new HttpRequestMessage(HttpMethod.Post, Uebernahmeprobe.Adresse) { Content = new MultipartFormDataContent { { new StringContent("x"), "datei", "x.csv" } } };
        await (await _leitung.Http.SendAsync(fremdesFormular)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "anfrage-ungueltig");
        await (await _leitung.SendCsvAsync(new string('x', 3 * 1024 * 1024))).ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "zu-gross");
        (await (await _leitung.SendCsvAsync(new string('x', 1_100_000))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("datei").ShouldStartWith("Die Datei ist größer als 1024 KB.");
        (await (await _leitung.SendCsvAsync(Uebernahmeprobe.Csv([.. Enumerable.Repeat<(string, string)[]>([], 501)]))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig"))
            .ErrorOf("datei").ShouldBe("Die Datei hat 501 Zeilen; auf einmal gehen höchstens 500. Teilen Sie sie auf mehrere Dateien auf.");
        (await (await _leitung.Http.PostAsync($"{Uebernahmeprobe.Adresse}?pruefen=vielleicht", new StringContent("x", Encoding.UTF8, "text/csv"))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig"))
            .ErrorOf("pruefen").ShouldContain("true, false");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8 mit BOM")]
    [InlineData("windows-1252")]
    [InlineData("mit Komma")]
    [InlineData("nur LF, ISO-Datum und Leerspalten")]
    public async Task Spreadsheets_may_write_it_as_they_do(string art)
    {
        var schluessel = Uebernahmeprobe.Key();
        var text = Uebernahmeprobe.Csv([("Schlüssel", schluessel), ("Nachname", "Müßig-Öztürk"), ("Bemerkung", "\"lebt mit Hund; \"\"Bello\"\"\r\nzusammen\"")]);
        var datei = art switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8 mit BOM" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "windows-1252" => Windows1252.GetBytes(text),
            "mit Komma" => Encoding.UTF8.GetBytes(text.Replace(';', ',')),
            _ => Encoding.UTF8.GetBytes(text.Replace("02.02.2026", "2026-02-02", StringComparison.Ordinal).Replace("\r\nAlt", ";;\nAlt", StringComparison.Ordinal)),
        };
        var bericht = await Sitzung.ReadAsync(await _leitung.SendCsvAsync(datei));
        bericht.Lines().ShouldBe(["Uebernommen"]);
        var akte = (await _leitung.GetAsync($"/api/faelle/{bericht.Single().GetProperty("fallId")}/akte")).EnumerateArray().ToList();
        akte[0].GetProperty("daten").GetProperty("person").GetProperty("nachname").GetString().ShouldBe("Müßig-Öztürk");
        akte[0].GetProperty("wirksamAm").GetString().ShouldBe("2026-02-02");
        akte.Single(e => e.GetProperty("art").GetString() == "AusAltverfahrenUebernommen").GetProperty("daten").GetProperty("bemerkung").GetString()!
            .ShouldBe(art == "mit Komma" ? "lebt mit Hund, \"Bello\"\r\nzusammen" : "lebt mit Hund; \"Bello\"\r\nzusammen");
    }
}
