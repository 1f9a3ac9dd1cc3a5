using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Persistence.Tests.Datenbanken;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Tests;

public abstract class WhenADocumentIsStored<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    /// <summary>Every byte there is, and zeros.</summary>
    private static readonly byte[] Inhalt = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i % 257))];

    [DatabaseFact]
    public async Task Its_file_comes_back_byte_by_byte_and_only_under_its_own_Fall()
    {
        var fall = await FiledAsync();
        (await Dokumente.FindAsync(fall, "d1")).ShouldBe(Inhalt);
        (await Dokumente.FindAsync(fall, "d2")).ShouldBeNull();
        (await Dokumente.FindAsync(Guid.NewGuid(), "d1")).ShouldBeNull();
    }

    [DatabaseFact]
    public async Task Several_files_of_one_transaction_and_the_same_id_in_another_Fall_are_kept_apart()
    {
        var (eins, zwei) = (Beispiele.UebergebenerFall(), Beispiele.UebergebenerFall("FM-2027-00002"));
        await InUnitOfWorkAsync(uow =>
        {
            uow.Add(eins);
            uow.Add(zwei);
            uow.Add(Of(eins.Id, "d1", [1]));
            uow.Add(Of(eins.Id, "d2", [2, 2]));
            uow.Add(Of(zwei.Id, "d1", [3, 3, 3]));
        });
        (await Dokumente.FindAsync(eins.Id, "d1")).ShouldBe([1]);
        (await Dokumente.FindAsync(eins.Id, "d2")).ShouldBe([2, 2]);
        (await Dokumente.FindAsync(zwei.Id, "d1")).ShouldBe([3, 3, 3]);
    }

    [DatabaseFact]
    public async Task It_is_there_with_its_entry_or_not_at_all()
    {
        var fall = await FiledAsync();
        await using (var verloren = Database.Begin())
        {
            File(await LoadAsync(verloren, fall), "d2");
            verloren.Add(Of(fall, "d2", Inhalt));
            await InUnitOfWorkAsync(async uow => File(await LoadAsync(uow, fall), "d3"));
            await Should.ThrowAsync<ConflictException>(() => verloren.CommitAsync());
        }

        (await Dokumente.FindAsync(fall, "d2")).ShouldBeNull();
        await using var uow = Database.Begin();
        (await LoadAsync(uow, fall)).Dokumente.Select(d => d.Id).ShouldBe(["d1", "d3"]);
    }

    [DatabaseFact]
    public async Task Removing_deletes_the_file_and_keeps_the_entries_and_a_second_removal_is_a_conflict()
    {
        var fall = await FiledAsync();
        await InUnitOfWorkAsync(async uow =>
        {
            (await LoadAsync(uow, fall)).Record(new DokumentEntfernt("d1", "doppelt"), Beispiele.Am(Heute));
            uow.RemoveDokumentinhalt(fall, "d1");
        });
        (await Dokumente.FindAsync(fall, "d1")).ShouldBeNull();
        await using (var context = Database.Context())
            (await context.Set<Dokumentinhalt>().CountAsync()).ShouldBe(0);
        await using (var uow = Database.Begin())
            (await LoadAsync(uow, fall)).FindDokument("d1")!.EntferntWeil.ShouldBe("doppelt");
        await Should.ThrowAsync<ConflictException>(() => InUnitOfWorkAsync(uow => uow.RemoveDokumentinhalt(fall, "d1")));
    }

    [DatabaseFact]
    public async Task The_copy_lists_the_row_and_leaves_the_bytes_to_the_file()
    {
        var fall = await FiledAsync();
        var satz = (await Database.Get<IFallauskunft>().ReadAsync(fall))["Dokumentinhalte"].ShouldHaveSingleItem();
        satz.Felder.ShouldBe(new Dictionary<string, object?> { ["FallId"] = fall, ["DokumentId"] = "d1", ["Groesse"] = Inhalt.Length }, ignoreOrder: true);
    }

    private IDokumente Dokumente => Database.Get<IDokumente>();

    private async Task<Guid> FiledAsync()
    {
        var fall = Beispiele.UebergebenerFall();
        await InUnitOfWorkAsync(uow =>
        {
            uow.Add(fall);
            File(fall, "d1");
            uow.Add(Of(fall.Id, "d1", Inhalt));
        });
        return fall.Id;
    }

    private static async Task<Fall> LoadAsync(IUnitOfWork uow, Guid fall) => (await uow.FindFallAsync(fall)).ShouldNotBeNull();

    private static void File(Fall fall, string id) => fall.Record(
        new DokumentAbgelegt(
            id, Dokumentart.Zeugnis, "Zeugnis", "Zeugnis.pdf", Dokumentherkunft.Klient, Personenbezug.NurKlient, Dokumentsicht.Akte,
            Medientyp: "application/pdf", Groesse: Inhalt.Length, Sha256: new string('a', 64)),
        Beispiele.Am(Heute));

    private static Dokumentinhalt Of(Guid fall, string id, byte[] inhalt) => new() { FallId = fall, DokumentId = id, Groesse = inhalt.Length, Inhalt = inhalt };
}

public sealed class WhenADocumentIsStoredOnSqlite : WhenADocumentIsStored<OnSqlite>;

public sealed class WhenADocumentIsStoredOnPostgreSql : WhenADocumentIsStored<OnPostgreSql>;

public sealed class WhenADocumentIsStoredOnSqlServer : WhenADocumentIsStored<OnSqlServer>;
