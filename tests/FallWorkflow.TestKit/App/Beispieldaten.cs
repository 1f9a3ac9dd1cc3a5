namespace FallWorkflow.TestKit.App;

/// <summary>Bodies that the domain accepts, for tests that are about something else.</summary>
public static class Beispieldaten
{
    public static object Uebergabe { get; } = new
    {
        person = new { vorname = "Jörg", nachname = "Müßig-Öztürk", telefon = "0151 0000000" },
        handlungsbedarfe = new[]
        {
            new { bereich = "Gesundheit", beschreibung = "Sucht" },
            new { bereich = "Finanzen", beschreibung = "Schulden" },
            new { bereich = "Familie", beschreibung = "Kinderbetreuung nicht gesichert" },
        },
        fortschrittErwartet = true,
        fortschrittBegruendung = "Erste Schritte sind getan.",
    };

    public static object Erstgespraech { get; } = new
    {
        form = "Buero",
        agenda = new[] { "Anlass", "ErlaeuterungFallmanagement", "ErwartungenUndFragen", "ErsteSondierung", "NaechsteSchritte" }
            .Select(punkt => new { punkt, erledigt = true }),
        aufgeklaert = new[]
        {
            "UnterschiedZurVermittlung", "Freiwilligkeit", "FortbestehendePflichten", "Rechte", "RolleDesFallmanagers", "ChancenUndAnforderungen",
        },
        textfassung = "Erstinformation 2023-1",
        lebensumstaendeGewuenscht = true,
    };

    public static object Kontakt { get; } = new { form = "Spaziergang", themen = "Wohnung, Schulden" };

    /// <summary>A closing with the answers to its five questions.</summary>
    public static object Abschluss(string? nachbetreuung = null) => new
    {
        situationDamalsUndHeute = "besser",
        zielerreichung = "erreicht",
        wasGeholfenHat = "Gespräche",
        verbleibendeSchritte = "Wohnung",
        standDerAngebote = "keine",
        arbeitGefunden = false,
        nachbetreuungDauer = nachbetreuung,
    };

    public static object Zuweisung(string id, string traeger, params string[] felder) => new
    {
        zuweisungId = id,
        traegerId = traeger,
        leistung = "Beratung",
        anliegen = "Schulden ordnen",
        informationGegeben = true,
        bedenkenBesprochen = true,
        optionenVerglichen = true,
        klientEinverstanden = true,
        freigegebeneFelder = felder,
        rechtsgrundlage = "§ 16a SGB II",
    };

    /// <summary>A goal with everything that is asked for; ends at the end of 2027.</summary>
    public static object Ziel(string id, string bezeichnung, string bedarf = "MaterielleSituation", bool umweg = false) => new
    {
        zielId = id,
        bezeichnung,
        ebene = "Etappenziel",
        messkriterium = "Woran es zu erkennen ist, ist vereinbart.",
        bis = "2027-12-31",
        bedarf,
        ressourcen = "Die Schwester hilft mit.",
        umweg,
    };

    /// <summary>One life area as it was worked out together on a day.</summary>
    public static object Bereich(string bereich, DateOnly gemeinsamAm, int? prioritaet = null) =>
        new { bereich, probleme = $"Probleme: {bereich}", ressourcen = $"Ressourcen: {bereich}", gemeinsamAm, prioritaet };

    /// <summary>All five life areas, worked out together on a day.</summary>
    public static IReadOnlyList<object> Bereiche(DateOnly gemeinsamAm) =>
        [.. new[] { "Motivation", "MaterielleSituation", "BildungUndBeschaeftigung", "Gesundheit", "SozialeBeziehungen" }.Select(b => Bereich(b, gemeinsamAm))];

    /// <summary>From the handover to the admission, all on one day.</summary>
    public static async Task<Guid> AdmitAsync(
        FallWorkflowApp app, DateOnly tag, string vermittlung = Testjobcenter.Vermittlerin, string fallmanagement = Testjobcenter.Fallmanagerin)
    {
        var vermittlerin = await app.SignInAsync(vermittlung);
        var fallmanagerin = await app.SignInAsync(fallmanagement);
        var fall = await vermittlerin.OpenFallAsync(tag);
        await fallmanagerin.RecordAsync(fall, "UebergabeAngenommen", tag, new { fallmanagerId = fallmanagement });
        await fallmanagerin.RecordAsync(fall, "ErstgespraechGefuehrt", tag, Erstgespraech);
        await fallmanagerin.RecordAsync(fall, "KlientEntschieden", tag, new { moechteFallmanagement = true });
        await fallmanagerin.RecordAsync(fall, "FallAufgenommen", tag, new { });
        return fall;
    }
}
