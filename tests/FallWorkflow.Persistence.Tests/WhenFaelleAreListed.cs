using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Persistence.Tests.Datenbanken;

namespace FallWorkflow.Persistence.Tests;

public abstract class WhenFaelleAreListed<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private IAbfragen Abfragen => Database.Get<IAbfragen>();

    [DatabaseFact]
    public async Task The_list_shows_whom_the_policy_lets_read_and_nobody_else()
    {
        var zurueck = Beispiele.UebergebenerFall("FM-2027-00003");
        zurueck.Record(new UebergabeAbgelehnt("Kriterien nicht erfüllt", "Vermittlung übernimmt wieder"), Beispiele.Am(Heute));
        var zurueckgegeben = Beispiele.LaufenderFall("FM-2027-00006");
        zurueckgegeben.Record(new RueckgabeErklaert("Ziele erreicht", "alle", "keine"), Beispiele.Am(Heute));
        Fall[] faelle =
        [
            Beispiele.UebergebenerFall("FM-2027-00001"), Beispiele.LaufenderFall("FM-2027-00002"), zurueck,
            Beispiele.UebergebenerFall("FM-2027-00004", "sued"), Beispiele.LaufenderFall("FM-2027-00005", "sued"), zurueckgegeben,
        ];
        await StoreAsync(faelle);
        var akteure = from rolle in Rollen.Alle
                      from buero in (string?[])["nord", "sued", null]
                      from id in (string[])["weber", "yilmaz"]
                      select new Akteur(id, id, rolle, buero, TraegerId: rolle == Rollen.Traeger ? "horizont" : null);
        Fallfilter[] filter =
        [
            new(), new(Text: "öztürk"), new(Text: "FM-2027"), new(Bedarf: Bedarfsbereich.Wohnen), new(Folge: Fallfolge.Name), new(Folge: Fallfolge.Faelligkeit),
            new(Ab: new(Fallfolge.Nummer, false, "FM-2027-00000")), new(Folge: Fallfolge.Name, Ab: new(Fallfolge.Name, true, "z", "z")),
        ];

        foreach (var akteur in akteure)
        {
            foreach (var gefragt in filter)
            {
                var liste = await Abfragen.FaelleAsync(akteur, gefragt);
                liste.Zeilen.Select(z => z.Nummer).ShouldBe(faelle.Where(f => Zugriffspolitik.MayRead(akteur, f)).Select(f => f.Nummer), $"{akteur} {gefragt}");
                (liste.Gesamt, liste.IstMehr, liste.Weiter).ShouldBe((liste.Zeilen.Count, false, null));
            }
        }
    }

    [DatabaseFact]
    public async Task Conditions_hold_together()
    {
        var laufend = Beispiele.LaufenderFall("FM-2027-00006");
        await StoreAsync([.. Enumerable.Range(1, 5).Select(n => Beispiele.UebergebenerFall($"FM-2027-0000{n}", nachname: n == 3 ? "ÄRGER-100%_x" : "Muster")), laufend]);
        await SetAsync(laufend, Heute.AddDays(9), Heute.AddDays(2), null);

        (await NummernAsync(new(Status: Fallstatus.Laufend))).ShouldBe(["FM-2027-00006"]);
        (await NummernAsync(new(FallmanagerId: "weber", BueroId: "nord", Phase: laufend.Phase))).ShouldBe(["FM-2027-00006"]);
        (await NummernAsync(new(Phase: Phase.Abschluss))).ShouldBeEmpty();
        (await NummernAsync(new(OhneFallmanager: true, Text: "muster"))).ShouldBe(["FM-2027-00001", "FM-2027-00002", "FM-2027-00004", "FM-2027-00005"]);
        (await NummernAsync(new(OhneFallmanager: true, Status: Fallstatus.Laufend))).ShouldBeEmpty();
        (await NummernAsync(new(BueroId: "sued"))).ShouldBeEmpty();
        (await NummernAsync(new(Bedarf: Bedarfsbereich.Familie))).ShouldBe(["FM-2027-00006"]);
        (await NummernAsync(new(Bedarf: Bedarfsbereich.Wohnen))).Count.ShouldBe(6);
        (await NummernAsync(new(Bedarf: Bedarfsbereich.Gesundheit))).ShouldBeEmpty();
        (await NummernAsync(new(FaelligBis: Heute.AddDays(1)))).ShouldBeEmpty();
        (await NummernAsync(new(FaelligBis: Heute.AddDays(2)))).ShouldBe(["FM-2027-00006"]);
        (await NummernAsync(new(FaelligBis: DateOnly.MaxValue))).ShouldBe(["FM-2027-00006"]);
        (await NummernAsync(new(FaelligVor: Heute.AddDays(2)))).ShouldBeEmpty();
        (await NummernAsync(new(FaelligVor: Heute.AddDays(3), Text: "öztürk", Bedarf: Bedarfsbereich.Finanzen))).ShouldBe(["FM-2027-00006"]);
        var zeilen = (await Abfragen.FaelleAsync(Akteur.System, new())).Zeilen;
        (zeilen[5].OffeneAufgaben, zeilen[5].NaechsteFaelligkeit).ShouldBe((3, Heute.AddDays(2)));
        (zeilen[0].OffeneAufgaben, zeilen[0].NaechsteFaelligkeit).ShouldBe((0, null));
    }

    [DatabaseFact]
    public async Task Names_are_found_by_the_beginnings_of_their_words_however_umlauts_are_written()
    {
        string[] namen = ["Müller", "Mueller-Lüdenscheidt", "MÖLLER", "Groß", "Øster", "Şahin", "O'Neill", "ÄRGER-100%_x"];
        await StoreAsync([.. namen.Select((name, n) => Beispiele.UebergebenerFall($"FM-2027-0000{n + 1}", nachname: name))]);

        foreach (var (text, erwartet) in new (string, int[])[]
        {
            ("mül", [1, 2]), ("MUELLER", [1, 2]), ("mu\u0308l", [1, 2]), ("lüd", [2]), ("lued mül", [2]), ("scheidt", []), ("müller ayse", [1, 2]), ("mül lüd gro", []),
            ("möl", [3]), ("gross", [4]), ("GROẞ", [4]), ("oest", [5]), ("sahin", [6]), ("neill", [7]), ("ärger", [8]), ("aerger 100", [8]),
            ("ayşe", [1, 2, 3, 4, 5, 6, 7, 8]), ("a", [1, 2, 3, 4, 5, 6, 7, 8]), ("%", []), ("_", []), ("' OR 1=1 --", []), ("\ud800", []), ("zz", []), ("  ", [1, 2, 3, 4, 5, 6, 7, 8]),
        })
            (await NummernAsync(new(Text: text))).ShouldBe(erwartet.Select(n => $"FM-2027-0000{n}"), text);
    }

    [DatabaseFact]
    public async Task Numbers_are_found_by_their_beginning_with_and_without_what_fills_them_up()
    {
        string[] nummern = ["FM-2026-00042", "FM-2027-00004", "FM-2027-00042", "FM-2027-00420"];
        await StoreAsync([.. nummern.Select(n => Beispiele.UebergebenerFall(n))]);

        foreach (var (text, erwartet) in new (string, int[])[]
        {
            (" fm-2027-00042 ", [2]), ("FM202700042", [2]), ("fm-2027", [1, 2, 3]), ("2027-0004", [2]), ("00042", [0, 2, 3]), ("420", [3]), ("fm", [0, 1, 2, 3]), ("2026 öz", [0]), ("43", []),
        })
            (await NummernAsync(new(Text: text))).ShouldBe(erwartet.Select(n => nummern[n]), text);
    }

    [DatabaseFact]
    public async Task A_corrected_name_is_found_and_the_wrong_one_no_longer()
    {
        var fall = Beispiele.UebergebenerFall(nachname: "Maier-Schulz");
        await StoreAsync([fall]);
        await InUnitOfWorkAsync(async uow =>
        {
            var geladen = (await uow.FindFallAsync(fall.Id))!;
            var alt = geladen.Akte[0];
            var neu = ((Uebergeben)alt.Tatsache) with { Person = ((Uebergeben)alt.Tatsache).Person with { Nachname = "Meyer-Schulz" } };
            geladen.Record(neu, Beispiele.Am(new(2027, 3, 1)) with { Begruendung = "verschrieben" }, alt.Id);
        });

        (await NummernAsync(new(Text: "meyer schulz ayse FM-2027-00001"))).ShouldBe([fall.Nummer]);
        (await NummernAsync(new(Text: "maier"))).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task Every_order_is_walked_through_in_both_directions_without_losing_or_doubling_anybody()
    {
        string[] namen = ["Zander", "Ärmel", "Arm", "Müller", "Mueller", "Ober", "Öhm"];
        var faelle = namen.SelectMany((name, n) => Enumerable.Range(0, 3).Select(i => Beispiele.UebergebenerFall($"FM-2027-{(n * 3 + i) * 5 % 21:D5}", nachname: name))).ToList();
        await StoreAsync([.. faelle]);
        var faelligkeit = new Dictionary<string, DateOnly?>();
        foreach (var (fall, n) in faelle.Select((f, n) => (f, n)))
        {
            faelligkeit[fall.Nummer] = n % 4 == 0 ? null : Heute.AddDays(n % 3);
            await SetAsync(fall, faelligkeit[fall.Nummer]);
        }

        var erwartet = new Dictionary<Fallfolge, IEnumerable<string>>
        {
            [Fallfolge.Nummer] = faelle.Select(f => f.Nummer).Order(StringComparer.Ordinal),
            [Fallfolge.Name] = faelle.OrderBy(f => Suchwoerter.Fold(f.Person!.Nachname), StringComparer.Ordinal).ThenBy(f => f.Nummer, StringComparer.Ordinal).Select(f => f.Nummer),
            [Fallfolge.Faelligkeit] = faelle.OrderBy(f => faelligkeit[f.Nummer] ?? DateOnly.MaxValue).ThenBy(f => f.Nummer, StringComparer.Ordinal).Select(f => f.Nummer),
        };
        foreach (var (folge, nummern) in erwartet)
        {
            foreach (var groesse in (int[])[1, 4, 7, 20, 21, 22])
            {
                var hin = new List<Fallliste> { await Abfragen.FaelleAsync(Akteur.System, new(Folge: folge, Groesse: groesse)) };
                while (hin[^1].Weiter is { } weiter && hin.Count < 30)
                    hin.Add(await Abfragen.FaelleAsync(Akteur.System, new(Folge: folge, Groesse: groesse, Ab: weiter)));
                hin.SelectMany(s => s.Zeilen).Select(z => z.Nummer).ShouldBe(nummern, $"{folge} by {groesse}");
                hin[0].Zurueck.ShouldBeNull();

                var seite = hin[^1];
                for (var n = hin.Count - 2; n >= 0; n--)
                {
                    seite = await Abfragen.FaelleAsync(Akteur.System, new(Folge: folge, Groesse: groesse, Ab: seite.Zurueck.ShouldNotBeNull()));
                    seite.Zeilen.ShouldBe(hin[n].Zeilen, $"{folge} by {groesse}, back to page {n}");
                }

                seite.Zurueck.ShouldBeNull($"{folge} by {groesse}");
            }
        }
    }

    [DatabaseFact]
    public async Task Going_back_beyond_the_beginning_shows_the_whole_first_page()
    {
        var faelle = Enumerable.Range(1, 5).Select(n => Beispiele.UebergebenerFall($"FM-2027-0000{n}")).ToArray();
        await StoreAsync(faelle);

        var liste = await Abfragen.FaelleAsync(Akteur.System, new(Groesse: 3, Ab: new(Fallfolge.Nummer, true, "FM-2027-00003")));

        liste.Zeilen.Select(z => z.Nummer).ShouldBe(["FM-2027-00001", "FM-2027-00002", "FM-2027-00003"]);
        (liste.Zurueck, liste.Weiter).ShouldBe((null, new Listenstelle(Fallfolge.Nummer, false, "FM-2027-00003")));
    }

    [DatabaseFact]
    public async Task Who_has_no_name_comes_last()
    {
        var ohne = Fall.Open(Guid.NewGuid(), "FM-2027-00001", "nord");
        await StoreAsync([ohne, Beispiele.UebergebenerFall("FM-2027-00002", nachname: "Żółć"), Beispiele.UebergebenerFall("FM-2027-00003", nachname: "Яковлев"), Beispiele.UebergebenerFall("FM-2027-00004", nachname: "Zander")]);

        (await NummernAsync(new(Folge: Fallfolge.Name))).ShouldBe(["FM-2027-00004", "FM-2027-00002", "FM-2027-00003", "FM-2027-00001"]);
        (await NummernAsync(new(Text: "яков"))).ShouldBe(["FM-2027-00003"]);
    }

    [DatabaseFact]
    public async Task Counting_ends_where_it_tells_no_more()
    {
        await StoreAsync([.. Enumerable.Range(1, Fallliste.MaxGesamt).Select(n => Beispiele.UebergebenerFall($"FM-2027-{n:D5}"))]);
        var genau = await Abfragen.FaelleAsync(Akteur.System, new(Groesse: 10_000));
        (genau.Gesamt, genau.IstMehr, genau.Zeilen.Count).ShouldBe((Fallliste.MaxGesamt, false, Fallfilter.MaxGroesse));

        await StoreAsync([Beispiele.UebergebenerFall("FM-2028-00001")]);

        var mehr = await Abfragen.FaelleAsync(Akteur.System, new());
        (mehr.Gesamt, mehr.IstMehr).ShouldBe((Fallliste.MaxGesamt, true));
    }

    private Task StoreAsync(params Fall[] faelle) => InUnitOfWorkAsync(uow =>
    {
        foreach (var fall in faelle)
            uow.Add(fall);
    });

    /// <summary>Sets tasks with these last days.</summary>
    private Task SetAsync(Fall fall, params DateOnly?[] tage) => InUnitOfWorkAsync(async uow =>
    {
        await uow.FindFallAsync(fall.Id);
        foreach (var tag in tage)
            uow.Add(Beispiele.Aufgabe(fall.Id, tag));
    });

    private async Task<IReadOnlyList<string>> NummernAsync(Fallfilter filter) => [.. (await Abfragen.FaelleAsync(Akteur.System, filter)).Zeilen.Select(z => z.Nummer)];
}

public sealed class WhenFaelleAreListedOnSqlite : WhenFaelleAreListed<OnSqlite>;

public sealed class WhenFaelleAreListedOnPostgreSql : WhenFaelleAreListed<OnPostgreSql>;

public sealed class WhenFaelleAreListedOnSqlServer : WhenFaelleAreListed<OnSqlServer>;
