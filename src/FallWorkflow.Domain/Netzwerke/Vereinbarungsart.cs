namespace FallWorkflow.Domain.Netzwerke;

/// <summary>Kinds of agreements with partners (R69).</summary>
public enum Vereinbarungsart
{
    Leistungsvertrag,
    Kooperationsvereinbarung,
}
