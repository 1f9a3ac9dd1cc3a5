using FallWorkflow.Domain.Netzwerke;

namespace FallWorkflow.Persistence.Model;

/// <summary>One entry of an office's network.</summary>
internal sealed class NetzwerkRow
{
    public required Guid Id { get; init; }

    public required string BueroId { get; init; }

    public required long Nr { get; init; }

    public required DateOnly WirksamAm { get; init; }

    public required DateTimeOffset ErfasstAm { get; init; }

    public required string ErfasstVon { get; init; }

    /// <summary>Wire name of the fact.</summary>
    public required string Art { get; init; }

    /// <summary>The fact as JSON, in the form of <see cref="Netzwerkkatalog"/>.</summary>
    public required string Daten { get; init; }

    public static NetzwerkRow From(string bueroId, Netzwerkeintrag eintrag) => new()
    {
        Id = eintrag.Id,
        BueroId = bueroId,
        Nr = eintrag.Nr,
        WirksamAm = eintrag.WirksamAm,
        ErfasstAm = eintrag.ErfasstAm,
        ErfasstVon = eintrag.ErfasstVon,
        Art = Netzwerkkatalog.ArtOf(eintrag.Tatsache).Name,
        Daten = Netzwerkkatalog.Serialize(eintrag.Tatsache),
    };

    public Netzwerkeintrag ToEintrag() => new(Id, Nr, WirksamAm, ErfasstAm, ErfasstVon, Netzwerkkatalog.Deserialize(Art, Daten));
}
