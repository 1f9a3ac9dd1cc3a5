namespace FallWorkflow.Service.Api.Probleme;

/// <summary>Wire names of the problems: the slug of <c>urn:fallworkflow:problem:&lt;slug&gt;</c>.</summary>
internal static class Problemarten
{
    public const string EingabeUngueltig = "eingabe-ungueltig";
    public const string JsonFehlerhaft = "json-fehlerhaft";
    public const string AnfrageUngueltig = "anfrage-ungueltig";
    public const string DefinitionUngueltig = "definition-ungueltig";
    public const string NichtAngemeldet = "nicht-angemeldet";
    public const string AnmeldungFalsch = "anmeldung-falsch";
    public const string ZugriffVerweigert = "zugriff-verweigert";
    public const string NichtGefunden = "nicht-gefunden";
    public const string MethodeNichtErlaubt = "methode-nicht-erlaubt";
    public const string RegelVerletzt = "regel-verletzt";
    public const string Konflikt = "konflikt";
    public const string TestuhrSteht = "testuhr-steht";
    public const string VersionVeraltet = "version-veraltet";
    public const string ZuGross = "zu-gross";
    public const string KeinJson = "kein-json";
    public const string KeineDatei = "keine-datei";
    public const string PruefdienstNichtErreichbar = "pruefdienst-nicht-erreichbar";
    public const string SchluesselWiederverwendet = "schluessel-wiederverwendet";
    public const string Intern = "intern";
    public const string DatenbankNichtErreichbar = "datenbank-nicht-erreichbar";
}
