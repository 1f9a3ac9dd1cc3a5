using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Netzwerke;

namespace FallWorkflow.Service.Demo;

/// <summary>What the demo's offices know of help around them (R68–R71): something of each kind, with what is due.</summary>
internal static class Demonetzwerk
{
    public static async Task SaveAsync(INetzwerke netzwerke, Demojobcenter jobcenter, DateTimeOffset jetzt, CancellationToken cancellation)
    {
        var heute = Ortszeit.DateOf(jetzt);
        foreach (var buero in jobcenter.Bueros)
        {
            var netzwerk = Netzwerk.Load(buero.Id, []);
            var leute = jobcenter.Benutzer.Where(b => b.BueroId == buero.Id).ToLookup(b => b.Rolle);
            foreach (var (vorTagen, rolle, tatsache) in Facts(heute))
            {
                var am = heute.AddDays(-vorTagen);
                var eintrag = netzwerk.Record(tatsache, am, am, jetzt.AddDays(-vorTagen), leute[rolle].First().Id);
                await netzwerke.AppendAsync(buero.Id, eintrag, null, cancellation);
            }
        }
    }

    private static IEnumerable<(int VorTagen, string Rolle, Netzwerktatsache Tatsache)> Facts(DateOnly heute) =>
    [
        (700, Rollen.Teamleitung, new VereinbarungGeschlossen(
            "v1", "schuldnerberatung", Vereinbarungsart.Leistungsvertrag, "Schuldnerberatung für 80 Personen im Jahr",
            "Termin binnen zwei Wochen; Bericht nach sechs Monaten", heute.AddDays(-700), heute.AddDays(40))),
        (500, Rollen.Teamleitung, new VereinbarungGeschlossen(
            "v2", "suchtberatung", Vereinbarungsart.Kooperationsvereinbarung, "Gemeinsame Sprechstunde im Jobcenter, jeden zweiten Dienstag",
            "Kein Bericht ohne Einwilligung der Person", heute.AddDays(-500), heute.AddDays(400))),
        (420, Rollen.Fallmanager, new AngebotAufgenommen(
            "a1", Angebotsart.Kinderbetreuung, Angebotsform.Formell, "Randzeitenbetreuung im Familienzentrum", "Familienzentrum Lindenhof", "ganze Stadt", "Anmeldung vier Wochen vorher")),
        (400, Rollen.Teamleitung, new AngebotAufgenommen(
            "a2", Angebotsart.Wohnhilfe, Angebotsform.Formell, "Fachstelle Wohnungsnotfälle", "Stadt Musterstadt", "ganze Stadt", "Ohne Termin, vormittags")),
        (330, Rollen.Fallmanager, new AngebotAufgenommen(
            "a3", Angebotsart.SozialeKontakte, Angebotsform.Informell, "Offener Mittagstisch", "Nachbarschaftsverein", "Innenstadt", "Kostenlos, dienstags und donnerstags")),
        (200, Rollen.Fallmanager, new AngebotAufgenommen(
            "a4", Angebotsart.GesundheitUndReha, Angebotsform.Formell, "Bewegungsgruppe Rücken", "Gesundheitsamt", "Stadtteile Mitte und Nord", "Zehn Termine, mit ärztlicher Empfehlung")),
        (120, Rollen.Teamleitung, new NetzwerkkonferenzGehalten(
            "k1",
            [new(Teilnehmerart.Teamleitung, "Teamleitung Fallmanagement"), new(Teilnehmerart.Traeger, "Schuldnerberatung Musterstadt e. V."), new(Teilnehmerart.Traeger, "Suchthilfe am Markt")],
            "Zuweisungen werden schneller beantwortet als im Vorjahr; in der Therapie fehlen Plätze.", "Schnelle Vermittlung gegen Zeit für Entschuldung",
            "Antwort auf eine Zuweisung binnen zwei Wochen", "Gemeinsame Sprechstunde auch im Büro Nord", "Suchthilfe am Markt")),
        (60, Rollen.Fallmanager, new AngebotBewertet("b1", "a1", 5, "Ohne die Betreuung am frühen Morgen wäre die Arbeit nicht möglich gewesen.")),
        (50, Rollen.Fallmanager, new AngebotGeprueft("a2", "Ohne Termin, vormittags; dienstags auch nachmittags")),
        (45, Rollen.Fallmanager, new AngebotBewertet("b2", "a4", 3, "Hilft denen, die hingehen; der Weg ist für viele weit.", "Einen zweiten Ort im Norden vereinbaren")),
        (30, Rollen.Teamleitung, new VorschlagBeantwortet("b2", Vorschlagsentscheidung.InDieNetzwerkkonferenz, "Steht auf der Tagesordnung im Frühjahr.")),
        (12, Rollen.Fallmanager, new AngebotBewertet("b3", "a3", 4, "Ein guter erster Schritt aus der Wohnung.", "Aushang im Wartebereich")),
    ];
}
