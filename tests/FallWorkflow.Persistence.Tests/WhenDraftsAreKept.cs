using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Persistence.Tests.Datenbanken;

namespace FallWorkflow.Persistence.Tests;

/// <summary>Drafts and publications are rows that are only ever added, each with what it is about in one transaction (R85).</summary>
public abstract class WhenDraftsAreKept<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private IProzessentwuerfe Entwuerfe => Database.Get<IProzessentwuerfe>();

    private IProzessversionen Versionen => Database.Get<IProzessversionen>();

    [DatabaseFact]
    public async Task Every_row_stays_and_is_found_by_its_number_with_and_without_content()
    {
        foreach (var nr in (int[])[1, 2, 3])
            await Entwuerfe.AppendAsync(Row("p", nr, Entwurfsart.Gespeichert, $"{{\"nr\":{nr}}}"));
        await Entwuerfe.AppendAsync(Row("p", 4, Entwurfsart.Verworfen, null));
        await Entwuerfe.AppendAsync(Row("andere", 1, Entwurfsart.Importiert, "{}"));

        (await Entwuerfe.FindAsync("p", 2))!.Json.ShouldBe("{\"nr\":2}");
        (await Entwuerfe.FindAsync("p", 5)).ShouldBeNull();
        (await Entwuerfe.RowsAsync("p", null, 10)).Select(z => (z.Nr, z.HatInhalt)).ShouldBe([(4, false), (3, true), (2, true), (1, true)]);
        (await Entwuerfe.RowsAsync("p", 3, 1)).Select(z => z.Nr).ShouldBe([2]);
        (await Entwuerfe.OpenAsync()).Select(z => z.DefinitionId).ShouldBe(["andere"]);
        await Should.ThrowAsync<ConflictException>(() => Entwuerfe.AppendAsync(Row("p", 4, Entwurfsart.Gespeichert, "{}")));
    }

    [DatabaseFact]
    public async Task A_publication_and_the_row_about_it_come_together_or_not_at_all()
    {
        await Entwuerfe.AppendAsync(Row("p", 1, Entwurfsart.Gespeichert, "{}"));
        // Somebody saves at the same moment: the row's number is taken.
        await Should.ThrowAsync<ConflictException>(() => Versionen.PublishAsync(Version("p", 1), [], null, Row("p", 1, Entwurfsart.Veroeffentlicht, null)));
        (await Versionen.VersionsOfAsync("p")).ShouldBeEmpty();

        (await Versionen.PublishAsync(Version("p", 1), [], null, Row("p", 2, Entwurfsart.Veroeffentlicht, null))).ShouldBeTrue();
        // The version's number is taken: no row either.
        await Should.ThrowAsync<ConflictException>(() => Versionen.PublishAsync(Version("p", 1), [], null, Row("p", 3, Entwurfsart.Veroeffentlicht, null)));
        (await Entwuerfe.FindAsync("p", 3)).ShouldBeNull();

        await Should.ThrowAsync<ConflictException>(() => Versionen.RetractAsync("p", Row("p", 2, Entwurfsart.Zurueckgezogen, null)));
        (await Versionen.VersionsOfAsync("p")).Single().IsCurrent.ShouldBeTrue();
        await Versionen.RetractAsync("p", Row("p", 3, Entwurfsart.Zurueckgezogen, null));
        (await Versionen.VersionsOfAsync("p")).Single().IsCurrent.ShouldBeFalse();
        (await Entwuerfe.FindAsync("p", 3))!.Art.ShouldBe(Entwurfsart.Zurueckgezogen);
    }

    [DatabaseFact]
    public async Task A_request_is_open_until_it_is_decided_and_lapses_with_any_other_row()
    {
        foreach (var id in (string[])["offen", "hinfaellig", "abgelehnt", "veroeffentlicht", "verworfen"])
        {
            await Entwuerfe.AppendAsync(Row(id, 1, Entwurfsart.Gespeichert, "{}"));
            await Entwuerfe.AppendAsync(Row(id, 2, Entwurfsart.Beantragt, "{}"));
        }

        await Entwuerfe.AppendAsync(Row("hinfaellig", 3, Entwurfsart.Gespeichert, "{ }"));
        await Entwuerfe.AppendAsync(Row("abgelehnt", 3, Entwurfsart.Abgelehnt, "{}"));
        await Entwuerfe.AppendAsync(Row("veroeffentlicht", 3, Entwurfsart.Veroeffentlicht, null));
        await Entwuerfe.AppendAsync(Row("verworfen", 3, Entwurfsart.Verworfen, null));

        (await Entwuerfe.RequestsAsync()).Select(a => (a.Antrag.DefinitionId, a.Antrag.Nr, a.Hinfaellig)).OrderBy(a => a.DefinitionId, StringComparer.Ordinal)
            .ShouldBe([("hinfaellig", 2, true), ("offen", 2, false)]);
        (await Entwuerfe.PublicationsAsync("veroeffentlicht")).Select(z => z.Art).ShouldBe([Entwurfsart.Veroeffentlicht, Entwurfsart.Beantragt]);

        // Asked for anew, the lapsed one is history.
        await Entwuerfe.AppendAsync(Row("hinfaellig", 4, Entwurfsart.Beantragt, "{ }"));
        (await Entwuerfe.RequestsAsync()).Single(a => a.Antrag.DefinitionId == "hinfaellig").ShouldSatisfyAllConditions(a => a.Antrag.Nr.ShouldBe(4), a => a.Hinfaellig.ShouldBeFalse());
    }

    [DatabaseFact]
    public async Task Many_who_decide_at_once_add_one_row_and_at_most_one_version()
    {
        await Entwuerfe.AppendAsync(Row("p", 1, Entwurfsart.Beantragt, "{}"));
        var alle = await Task.WhenAll(Enumerable.Range(0, 6).Select(async n =>
        {
            try
            {
                return await Versionen.PublishAsync(Version("p", 1), [], null, Row("p", 2, Entwurfsart.Veroeffentlicht, null, $"person-{n}"));
            }
            catch (Exception e) when (e is ConflictException or StoreUnavailableException)
            {
                return false;
            }
        }));
        alle.Count(gelungen => gelungen).ShouldBe(1);
        (await Versionen.VersionsOfAsync("p")).Count.ShouldBe(1);
        (await Entwuerfe.RowsAsync("p", null, 10)).Count.ShouldBe(2);
    }

    private static Entwurfsstand Row(string id, int nr, Entwurfsart art, string? json, string akteur = "pg") => new()
    {
        DefinitionId = id,
        Nr = nr,
        Art = art,
        Version = 1,
        Name = id,
        Json = json,
        At = Jetzt.AddMinutes(nr),
        AkteurId = akteur,
        Begruendung = "weil",
    };

    private static Prozessversion Version(string id, int version) =>
        new() { Id = $"{id}:{version}", DefinitionId = id, Version = version, Json = "{}", PublishedAt = Jetzt };
}

public sealed class WhenDraftsAreKeptOnSqlite : WhenDraftsAreKept<OnSqlite>;

public sealed class WhenDraftsAreKeptOnPostgreSql : WhenDraftsAreKept<OnPostgreSql>;

public sealed class WhenDraftsAreKeptOnSqlServer : WhenDraftsAreKept<OnSqlServer>;
