using FallWorkflow.Domain.Akte;
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

    private static Formular Build(string art) =>
        Formularbauer.Build(TatsachenKatalog.Find(art)!, Formularkontext.Leer(Jobcenter.AnnaAkteur) with { NeueKennung = () => "neu" });

    private static IEnumerable<Feld> Flatten(IEnumerable<Feld> felder) => felder.SelectMany(f => f.Kinder.Count == 0 ? [f] : Flatten(f.Kinder).Prepend(f));
}
