using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Web.Formulare;

namespace FallWorkflow.Web.Tests;

public sealed class WhenAFormIsMadeFromAFact
{
    private static readonly string[] Namen = [.. TatsachenKatalog.Alle.Where(a => a.Rollen.Count > 0).Select(a => a.Name)];

    public static TheoryData<string> Arten => [.. Namen];

    [Theory]
    [MemberData(nameof(Arten))]
    public void Every_field_has_a_German_label(string art)
    {
        var formular = Build(art);

        Flatten(formular.Felder).ShouldAllBe(f => f.Label.Length > 1);
        formular.Titel.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [MemberData(nameof(Arten))]
    public void It_is_offered_in_exactly_one_group(string art) =>
        Formularordnung.Gruppen.SelectMany(g => g.Arten).Concat(Formularordnung.EigeneSeite).Count(a => a == art).ShouldBe(1);

    [Fact]
    public void No_group_names_a_fact_that_nobody_records() =>
        Formularordnung.Gruppen.SelectMany(g => g.Arten).Except(Namen).ShouldBeEmpty();

    [Fact]
    public void Ids_are_made_or_chosen_and_never_typed()
    {
        var ids = Namen.SelectMany(a => Flatten(Build(a).Felder))
            .Where(f => f.Name.EndsWith("Id", StringComparison.Ordinal) || f.Name == "uebergeordnetesZiel");

        ids.ShouldAllBe(f => f.Art == Feldart.Verborgen || f.Art == Feldart.Auswahl);
    }

    [Theory]
    [MemberData(nameof(Arten))]
    public void An_empty_form_is_read_without_surprise(string art)
    {
        var formular = Build(art);

        var gelesen = Formularleser.Read(formular, Formularwerte.Empty(formular));

        (gelesen.Tatsache is null).ShouldBe(gelesen.Fehler.Count > 0);
        gelesen.Fehler.Select(f => f.Feld).Distinct().Count().ShouldBeGreaterThanOrEqualTo(gelesen.Fehler.Count > 0 ? 1 : 0);
    }

    [Fact]
    public void A_return_begins_with_what_the_Akte_knows_of_goals_and_referrals()
    {
        var fall = Fall.Open(Guid.NewGuid(), "FM-2027-00001", "b1");
        Known(fall).ShouldBe(("keine", "keine"));

        foreach (var tatsache in new Tatsache[]
        {
            new Uebergeben(new("Ada", "Muster"), [.. Enum.GetValues<Bedarfsbereich>().Take(3).Select(b => new Handlungsbedarf(b, "belastet"))], true, "will sich ändern"),
            new ZugangBewertet(true, "Mehrere Handlungsbedarfe", 0),
            new UebergabeAngenommen("fm-1"),
            new ErstgespraechGefuehrt(
                Kontaktform.Buero, [.. Enum.GetValues<Agendapunkt>().Select(p => new AgendaErgebnis(p, true))], Enum.GetValues<Aufklaerungsthema>(), "2026-1", true),
            new KlientEntschieden(true),
            new FallAufgenommen(),
            new ZielVereinbart("z", "Schulden geregelt", Zielebene.Richtungsziel, "Vereinbarungen bestehen", new DateOnly(2027, 12, 30), Bedarf: Lebensbereich.MaterielleSituation, Ressourcen: "Schwester"),
            new ZuweisungVereinbart("r", "beratung", "Schuldnerberatung", "Überblick", true, true, true, true, ["Name"], Rechtsgrundlage: "§ 16a SGB II"),
        })
        {
            fall.Record(tatsache, new Erfassung(new(2027, 1, 11), new(2027, 1, 11), new(2027, 1, 11, 9, 0, 0, TimeSpan.Zero), "fm-1"));
        }

        Known(fall).ShouldBe(("Schulden geregelt: offen (vereinbart bis 30.12.2027)", "Schuldnerberatung: Vereinbart"));

        static (string?, string?) Known(Fall fall)
        {
            var felder = Formularbauer.Build(
                TatsachenKatalog.Find("RueckgabeErklaert")!, Formularkontext.Leer(Jobcenter.AnnaAkteur) with { Fall = fall }).Felder;
            return (felder.Single(f => f.Name == "zielstand").Vorgabe, felder.Single(f => f.Name == "offeneZuweisungen").Vorgabe);
        }
    }

    private static Formular Build(string art) =>
        Formularbauer.Build(TatsachenKatalog.Find(art)!, Formularkontext.Leer(Jobcenter.AnnaAkteur) with { NeueKennung = () => "neu" });

    private static IEnumerable<Feld> Flatten(IEnumerable<Feld> felder) => felder.SelectMany(f => f.Kinder.Count == 0 ? [f] : Flatten(f.Kinder).Prepend(f));
}
