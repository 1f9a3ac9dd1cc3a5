using System.Collections;
using System.Globalization;
using System.Reflection;
using FallWorkflow.Application.Auskunft;
using FallWorkflow.Domain;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Web.Auskunft;
using FallWorkflow.Web.Formulare;

namespace FallWorkflow.Web.Tests;

/// <summary>The copy for the client is complete for every kind of fact, by its members and not by a list (R25).</summary>
public sealed class WhenTheRecordIsCopied
{
    private static readonly string[] Namen = [.. TatsachenKatalog.Alle.Select(a => a.Name)];

    public static TheoryData<string> Arten => [.. Namen];

    public static TheoryData<string, bool> ArtenZweimal { get; } = Twice();

    /// <param name="erste">Which of the choices are made: what is about others may depend on them.</param>
    [Theory]
    [MemberData(nameof(ArtenZweimal))]
    public void Every_value_of_every_fact_is_in_it_or_a_placeholder_in_its_place(string art, bool erste)
    {
        var werte = new List<(object Wert, bool Dritte)>();
        var tatsache = (Tatsache)Fill(TatsachenKatalog.Find(art)!.Type, art, false, erste, werte);
        var eintrag = new Eintrag(Guid.NewGuid(), 1, new(2028, 2, 29), DateTimeOffset.UnixEpoch, "x", tatsache);
        var fall = Fall.Load(Guid.NewGuid(), "FM-2028-00001", "b", [eintrag], 1);

        var zeile = new Klartext(fall, _ => null, Schwaerzung.ForKlient(fall)).Read(fall.Akte).ShouldHaveSingleItem();

        var texte = zeile.Angaben.Where(a => !a.IstPlatzhalter).Select(a => a.Text).ToList();
        foreach (var (wert, _) in werte.Where(w => !w.Dritte))
            texte.ShouldContain(t => t.Contains(Expected(wert), StringComparison.Ordinal), $"{art}: {wert}");
        foreach (var (wert, _) in werte.Where(w => w.Dritte))
            zeile.Angaben.ShouldNotContain(a => a.Text.Contains(Expected(wert), StringComparison.Ordinal), $"{art}: {wert}");
        zeile.Angaben.Count(a => a.IstPlatzhalter).ShouldBe(werte.Count(w => w.Dritte));
        zeile.Angaben.Count.ShouldBe(werte.Count);
    }

    [Theory]
    [MemberData(nameof(Arten))]
    public void Every_value_has_a_German_label(string art) =>
        Members(TatsachenKatalog.Find(art)!.Type).Where(m => Formulartexte.FindLabel(m.Member.DeclaringType!.Name, Camel(m.Name!)) is null)
            .Select(m => $"{m.Member.DeclaringType!.Name}.{Camel(m.Name!)}").ShouldBeEmpty();

    /// <summary>Marking more as other people's data hides it from the client, so it must be meant.</summary>
    [Fact]
    public void Only_these_values_are_about_other_people() =>
        TatsachenKatalog.Alle.SelectMany(a => Members(a.Type)).Where(m => m.GetCustomAttribute<DatenDritterAttribute>() is not null)
            .Select(m => $"{m.Member.DeclaringType!.Name}.{m.Name} {m.GetCustomAttribute<DatenDritterAttribute>()!.Wenn}".Trim()).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["AssessmentAbgeschlossen.Einbezogen", "Beschluss.Verantwortlich Zustaendig=Angehoerige|Sonstige", "BeschlussGefasst.Verantwortlich Zustaendig=Angehoerige|Sonstige", "DokumentAbgelegt.Datei Betrifft=AuchAndere", "DokumentAbgelegt.Titel Betrifft=AuchAndere", "DokumentAbgelegt.Von Herkunft=Privatperson", "Hilfe.Wer Art=Informell", "MitgliedEinbezogen.Erlaeuterung", "MitgliedEinbezogen.Name", "MitgliedEntlassen.Begruendung", "SichtweiseFestgehalten.Sicht Wessen=Angehoerige", "Teilnehmende.Name Art=Angehoerige|Sonstige"]);

    [Fact]
    public void A_correction_and_its_reason_are_in_it_and_the_old_entry_stays()
    {
        var alt = new Eintrag(Guid.NewGuid(), 1, new(2028, 2, 28), DateTimeOffset.UnixEpoch, "x", new KontaktAusgefallen("krank"));
        var neu = new Eintrag(Guid.NewGuid(), 2, new(2028, 2, 29), DateTimeOffset.UnixEpoch, "x", new KontaktAusgefallen("Zug verpasst"), alt.Id, "Es war der Zug.");
        var fall = Fall.Load(Guid.NewGuid(), "FM-2028-00001", "b", [alt, neu], 1);
        var zeilen = new Klartext(fall, _ => null, Schwaerzung.ForKlient(fall)).Read(fall.Akte);
        (zeilen[0].ErsetztDurch, zeilen[0].Angaben[0].Text).ShouldBe((2, "krank"));
        (zeilen[1].Berichtigt, zeilen[1].Begruendung, zeilen[1].Angaben[0].Text).ShouldBe((1, "Es war der Zug.", "Zug verpasst"));
    }

    [Fact]
    public void A_member_keeps_a_surname_that_the_client_has_too()
    {
        var fall = Of(Uebergeben("Jörg", "Müller"), Einbezogen("m1", "Lena Müller", "Lena Müller pflegt Jörgs Vater; Jörg Müller ist am 01.02.1980 geboren (1.2.1980)."));
        var texte = new Klartext(fall, _ => null, Schwaerzung.ForMitglied(fall, "m1"), "m1").Read(fall.Akte)[1].Angaben.Select(a => a.Text).ToList();
        texte.ShouldContain("Lena Müller");
        texte.ShouldContain($"Lena Müller pflegt {Schwaerzung.Platzhalter} Vater; {Schwaerzung.Platzhalter} ist am {Schwaerzung.Platzhalter} geboren ({Schwaerzung.Platzhalter}).");
    }

    [Theory]
    [InlineData("Quittes Auto, Quitte's Auto, GUNDULA, Frau Quitte und Li.", "* Auto, * Auto, *, Frau * und *.")]
    [InlineData("Lies das Li-Kapitel: liberal, Quittengelee.", "Lies das *-Kapitel: liberal, Quittengelee.")]
    [InlineData("Jörg Öztürk kam mit Herrn Öztürk.", "Jörg Öztürk kam mit Herrn Öztürk.")]
    [InlineData("Die Schwester und die Mutter der Klientin helfen. Umzug steht an.", "Die Schwester und die Mutter der Klientin helfen. Umzug steht an.")]
    [InlineData("Bodo Birne hilft, wie Birnen im Herbst; Bodo auch.", "* hilft, wie Birnen im Herbst; Bodo auch.")]
    public void Names_of_others_are_replaced_in_every_form_and_other_words_stay(string text, string erwartet)
    {
        var fall = Of(
            Uebergeben("Jörg", "Öztürk"), Einbezogen("m1", "Gundula Quitte", "wie vereinbart"), Einbezogen("m2", "Li Öztürk", "wie vereinbart"), new MitgliedEntlassen("m1", "Umzug"),
            new FallkonferenzVereinbart("k", "a", new(2028, 2, 1), [new(Teilnehmerart.Angehoerige, "Mutter"), new(Teilnehmerart.Angehoerige, "Schwester der Klientin")], true),
            new AssessmentAbgeschlossen([], Einbezogen: ["Schwester", "Bodo Birne"]));
        Schwaerzung.ForKlient(fall).Mask(text).ShouldBe(erwartet.Replace("*", Schwaerzung.Platzhalter, StringComparison.Ordinal));
        Schwaerzung.ForKlient(fall).Mask("Schwester").ShouldBe(Schwaerzung.Platzhalter, "in its own place");
    }

    private static TheoryData<string, bool> Twice()
    {
        var daten = new TheoryData<string, bool>();
        foreach (var name in Namen)
        {
            daten.Add(name, false);
            daten.Add(name, true);
        }

        return daten;
    }

    private static Fall Of(params Tatsache[] tatsachen) => Fall.Load(
        Guid.NewGuid(), "FM-2028-00001", "b", [.. tatsachen.Select((t, i) => new Eintrag(Guid.NewGuid(), i + 1, new(2028, 2, 29), DateTimeOffset.UnixEpoch, "x", t))], 1);

    private static Uebergeben Uebergeben(string vorname, string nachname) => new(new(vorname, nachname, new(1980, 2, 1)), [], true, "ja");

    private static MitgliedEinbezogen Einbezogen(string id, string name, string erlaeuterung) => new(id, name, Einbeziehungsgrund.WunschDerPerson, erlaeuterung);

    private static string Expected(object wert) => wert switch
    {
        bool ja => ja ? "Ja" : "Nein",
        DateOnly tag => tag.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        TimeOnly uhrzeit => uhrzeit.ToString("HH:mm", CultureInfo.InvariantCulture),
        Enum begriff => Begriffe.Of(begriff),
        _ => wert.ToString()!,
    };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static IEnumerable<ParameterInfo> Members(Type record)
    {
        foreach (var mitglied in Schwaerzung.MembersOf(record))
        {
            var typ = ElementOf(mitglied.ParameterType);
            if (typ.Namespace == typeof(Fall).Namespace && typ.IsClass)
            {
                foreach (var inneres in Members(typ))
                    yield return inneres;
            }

            yield return mitglied;
        }
    }

    private static Type ElementOf(Type typ) =>
        Nullable.GetUnderlyingType(typ) ?? (typ != typeof(string) && typ.IsAssignableTo(typeof(IEnumerable)) ? typ.GetGenericArguments()[0] : typ);

    private static object Choice(Type typ, bool erste) => erste ? Enum.GetValues(typ).GetValue(0)! : Enum.GetValues(typ).Cast<object>().Last();

    /// <summary>Fills every member with a value of its own and notes it.</summary>
    private static object Fill(Type typ, string name, bool dritte, bool erste, List<(object, bool)> werte)
    {
        typ = Nullable.GetUnderlyingType(typ) ?? typ;
        if (typ != typeof(string) && typ.IsAssignableTo(typeof(IEnumerable)))
        {
            var liste = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(typ.GetGenericArguments()[0]))!;
            liste.Add(Fill(typ.GetGenericArguments()[0], name, dritte, erste, werte));
            liste.Add(Fill(typ.GetGenericArguments()[0], name, dritte, erste, werte));
            return liste;
        }

        object? wert = typ switch
        {
            _ when typ == typeof(string) => dritte ? $"Geheim{werte.Count} – „ß“ & <geheim{werte.Count}>" : $"{name} Nr{werte.Count} – „ß“ & <Größe>",
            _ when typ == typeof(bool) => true,
            _ when typ == typeof(int) => 4711 + werte.Count,
            _ when typ == typeof(DateOnly) => new DateOnly(2028, 2, 1).AddDays(werte.Count),
            _ when typ == typeof(TimeOnly) => new TimeOnly(0, 0).AddMinutes(werte.Count),
            _ when typ == typeof(Guid) => Guid.NewGuid(),
            _ when typ.IsEnum => Choice(typ, erste),
            _ => null,
        };
        if (wert is not null)
        {
            werte.Add((wert, dritte));
            return wert;
        }

        var bau = typ.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return bau.Invoke([.. bau.GetParameters().Select(p => Fill(p.ParameterType, p.Name!, dritte || IsThird(p, bau), erste, werte))]);

        bool IsThird(ParameterInfo mitglied, ConstructorInfo b)
        {
            if (mitglied.GetCustomAttribute<DatenDritterAttribute>() is not { } marke)
                return false;
            var wenn = marke.Wenn?.Split('=', '|');
            return wenn is null || wenn.Skip(1).Contains(Choice(b.GetParameters().Single(p => p.Name == wenn[0]).ParameterType, erste).ToString());
        }
    }
}
