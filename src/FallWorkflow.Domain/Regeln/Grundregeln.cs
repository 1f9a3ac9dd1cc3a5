using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

/// <summary>What holds for every entry: sensible dates, corrections that name an existing entry and a reason.</summary>
internal static class Grundregeln
{
    public static IEnumerable<Eingabefehler> Validate(Fall fall, Tatsache tatsache, Erfassung erfassung, Guid? berichtigt)
    {
        var pruefung = new Pruefung()
            .Datum("wirksamAm", erfassung.WirksamAm)
            .When(erfassung.WirksamAm > erfassung.Heute, "wirksamAm", "DatumInDerZukunft")
            .When(!erfassung.IstArbeitstag && !erfassung.WochenendeBestaetigt, "wirksamAm", "DatumKeinWerktag")
            .Optional("begruendung", erfassung.Begruendung, Pruefung.Lang);

        if (berichtigt is { } id)
        {
            var alt = fall.Akte.FirstOrDefault(e => e.Id == id);
            pruefung
                .When(alt is null, "berichtigt", "BerichtigungOhneEintrag")
                .When(alt is not null && alt.Tatsache.GetType() != tatsache.GetType(), "berichtigt", "BerichtigungAndererArt")
                .When(alt is not null && fall.IsSuperseded(alt), "berichtigt", "BerichtigungSchonErsetzt")
                .Text("begruendung", erfassung.Begruendung);
        }
        else if (fall.UebergebenAm is { } beginn)
        {
            pruefung.When(erfassung.WirksamAm < beginn, "wirksamAm", "DatumVorUebergabe", beginn);
        }

        return pruefung.Fehler;
    }
}
