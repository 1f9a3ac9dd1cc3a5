using System.Globalization;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Tests;

internal static class Beispiele
{
    public static readonly Uebergeben Uebergabe = new(
        new("Ada", "Muster", Telefon: "0151 0"),
        [new(Bedarfsbereich.Gesundheit, "Sucht"), new(Bedarfsbereich.Finanzen, "Schulden"), new(Bedarfsbereich.Wohnen, "Kündigung")],
        true,
        "will sich ändern");

    public static readonly ErstgespraechGefuehrt Erstgespraech = new(
        Kontaktform.Buero, [.. Enum.GetValues<Agendapunkt>().Select(p => new AgendaErgebnis(p, true))], Enum.GetValues<Aufklaerungsthema>(), "Erstinformation 2023-1", true);

    public static readonly KontaktGehalten Kontakt = new(Kontaktform.Telefon, "Schulden");

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static ZuweisungVereinbart Zuweisung(string id = "z1", string traeger = "beratung", string? antwortFrist = null) =>
        new(id, traeger, "Beratung", "Überblick", true, true, true, true, ["Name"], antwortFrist, "§ 16a SGB II");

    /// <summary>A Fall without processes: handed over on 2027-01-11 by ifk-1, then these facts on 2027-01-18.</summary>
    public static Fall FallMit(params Tatsache[] tatsachen)
    {
        var fall = Fall.Open(new("00000000-0000-0000-0000-000000000001"), "FM-2027-00001", "b1");
        Record(fall, Uebergabe, "2027-01-11");
        foreach (var tatsache in tatsachen)
            Record(fall, tatsache, "2027-01-18");
        return fall;
    }

    public static Fall LaufenderFall(params Tatsache[] tatsachen) =>
        FallMit([new ZugangBewertet(true, "Mehrere Handlungsbedarfe", 0), new UebergabeAngenommen("fm-1"), Erstgespraech, new KlientEntschieden(true), new FallAufgenommen(), .. tatsachen]);

    private static void Record(Fall fall, Tatsache tatsache, string am) =>
        fall.Record(tatsache, new(Day(am), Day("2027-12-30"), new(2027, 12, 30, 9, 0, 0, TimeSpan.Zero), "ifk-1"));
}
