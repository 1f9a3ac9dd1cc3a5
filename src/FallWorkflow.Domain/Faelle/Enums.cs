namespace FallWorkflow.Domain.Faelle;

/// <summary>Where a Fall stands. Phases can be re-entered (R22, R87); they order work, they lock nothing.</summary>
public enum Phase
{
    Uebergabe,
    Einstieg,
    Assessment,
    Planung,
    Umsetzung,
    Abschluss,
    Nachbetreuung,
    Beendet,
}

/// <summary>Whether there is a Fall at all: before admission there is only a request.</summary>
public enum Fallstatus
{
    /// <summary>Handed over, not yet decided; counts as "criteria checked", not as Fall.</summary>
    Angefragt,
    NichtAufgenommen,
    Laufend,
    Nachbetreuung,
    Beendet,

    /// <summary>Only met outside the Jobcenter so far; no handover (R17).</summary>
    Vorkontakt,

    /// <summary>Met outside the Jobcenter, and ended without a handover (R17).</summary>
    VorkontaktBeendet,
}

/// <summary>The four areas of needs of the access check (R01) with those that target-group rules name (R04).</summary>
public enum Bedarfsbereich
{
    Gesundheit,
    Arbeitsfaehigkeit,
    Familie,
    Finanzen,
    Wohnen,
}

/// <summary>The five categories of the assessment (R18).</summary>
public enum Lebensbereich
{
    Motivation,
    MaterielleSituation,
    BildungUndBeschaeftigung,
    Gesundheit,
    SozialeBeziehungen,
}

/// <summary>Forms of contact (R51).</summary>
public enum Kontaktform
{
    Buero,
    Telefon,
    BeimTraeger,
    Spaziergang,
    Hausbesuch,
    Video,
}

/// <summary>The five agenda points of the first interview (R11).</summary>
public enum Agendapunkt
{
    Anlass,
    ErlaeuterungFallmanagement,
    ErwartungenUndFragen,
    ErsteSondierung,
    NaechsteSchritte,
}

/// <summary>What a client is told at entry (R12).</summary>
public enum Aufklaerungsthema
{
    UnterschiedZurVermittlung,
    Freiwilligkeit,
    FortbestehendePflichten,
    Rechte,
    RolleDesFallmanagers,
    ChancenUndAnforderungen,
}

public enum Zielebene
{
    Richtungsziel,
    Etappenziel,
    Schritt,
}

public enum Zielergebnis
{
    Erreicht,
    TeilweiseErreicht,
    NichtErreicht,
    Aufgegeben,
}

/// <summary>The one responsible side of a step (R38).</summary>
public enum Verantwortung
{
    Fallmanagement,
    VermittelteLeistung,
    Klient,
}

/// <summary>What a step is about; the last three default to non-binding (R40).</summary>
public enum Schrittthema
{
    Beschaeftigung,
    Qualifizierung,
    Finanzen,
    Wohnen,
    Familie,
    Sucht,
    PsychischeErkrankung,
    Privatleben,
}

public enum Ueberpruefungsergebnis
{
    Weiterfuehren,
    Aendern,
    Beenden,
}

public enum Zuweisungsstand
{
    Vereinbart,
    Gesendet,
    Rueckfrage,
    Angenommen,
    Begonnen,
    Abgelehnt,
    Beendet,
    ErgebnisUebernommen,
    Zurueckgezogen,
}

/// <summary>How the result of a finished service was taken up (R61).</summary>
public enum Ergebnisweg
{
    Ziel,
    Assessment,
    KeineAenderung,
}

/// <summary>Reasons of an orderly ending without joint evaluation (R75).</summary>
public enum Beendigungsgrund
{
    Widerruf,
    Umzug,
    NichtErreichbar,
    RueckgabeAnVermittlung,
    Sonstiger,
}

public enum Seite
{
    Fallmanagement,
    Vermittlung,
}
