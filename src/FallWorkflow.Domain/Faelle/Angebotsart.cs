namespace FallWorkflow.Domain.Faelle;

/// <summary>Kinds of help that are offered, or missing (R44, R68).</summary>
public enum Angebotsart
{
    Schuldnerberatung,
    Suchtberatung,
    PsychosozialeBetreuung,
    Therapie,
    GesundheitUndReha,
    Wohnhilfe,
    Kinderbetreuung,
    PflegeAngehoeriger,
    Sprachfoerderung,
    Qualifizierung,
    Beschaeftigung,
    SozialeKontakte,
    Sonstiges,
}
