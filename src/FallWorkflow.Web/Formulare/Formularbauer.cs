using System.Reflection;
using System.Text.Json;
using FallWorkflow.Domain;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Web.Formulare;

/// <summary>
/// Makes a form from the parameters of a fact's record: their types decide how a field is shown, <see cref="Feldregeln"/>
/// names the few things a type cannot say. A new fact has its form without a line here.
/// </summary>
internal static class Formularbauer
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly Lock Gate = new();

    public static Formular Build(TatsachenArt art, Formularkontext kontext) => new(art, FieldsOf(art.Type, art.Name, kontext));

    private static Feld[] FieldsOf(Type record, string art, Formularkontext kontext) =>
        [.. ParametersOf(record).Select(p => FieldOf(p, record, art, kontext))];

    private static ParameterInfo[] ParametersOf(Type record) =>
        record.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters();

    private static Feld FieldOf(ParameterInfo parameter, Type record, string art, Formularkontext kontext)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        var label = Formulartexte.Label(record.Name, name);
        var hinweis = Formulartexte.Hinweis(record.Name, name);
        var typ = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var pflicht = IsRequired(parameter);
        var element = ElementOf(typ);

        Feld Make(Feldart feldart, Type? elementtyp = null, IReadOnlyList<Auswahl>? optionen = null) =>
            new(name, elementtyp ?? typ, feldart, pflicht, label, hinweis) { Optionen = optionen ?? [] };

        if (Feldregeln.NewId(record, name))
            return Make(Feldart.Verborgen) with { Vorgabe = kontext.NeueKennung() };
        if (Feldregeln.IsFoundOut(record, name))
            return Make(Feldart.Verborgen);
        if (Feldregeln.IsFile(record, name))
            return Make(Feldart.Datei);
        if (Feldregeln.Choices(art, name, kontext) is { } auswahl)
            return element is null ? Make(Feldart.Auswahl, optionen: auswahl) : Make(Feldart.Mehrfach, element, auswahl);
        if (typ == typeof(string))
            return Make(Feldregeln.IsShort(record, name) ? Feldart.Kurztext : Feldart.Langtext) with { Vorgabe = Feldregeln.Known(record, name, kontext.Fall) };
        if (typ == typeof(DateOnly))
            return Make(Feldart.Datum);
        if (typ == typeof(TimeOnly))
            return Make(Feldart.Uhrzeit);
        if (typ == typeof(int))
            return Feldregeln.IsScale(name) ? Make(Feldart.Auswahl, optionen: Feldregeln.Skala) : Make(Feldart.Zahl) with { Vorgabe = Feldregeln.Number(record, name) };
        if (typ == typeof(bool))
            return parameter.ParameterType == typeof(bool) && !Feldregeln.IsQuestion(name) ? Make(Feldart.Haken) : Make(Feldart.JaNein);
        if (typ.IsEnum)
            return Make(Feldart.Auswahl, optionen: EnumOptions(typ)) with { Vorgabe = Feldregeln.Preset(typ, kontext.Akteur) };
        if (element == typeof(string))
            return Make(Feldart.Zeilen, element);
        if (element?.IsEnum == true)
            return Make(Feldart.Mehrfach, element, EnumOptions(element));
        if (element is not null)
            return Rows(Make(Feldart.Reihen, element), element, art, kontext);
        if (typ.IsClass)
            return Make(Feldart.Gruppe) with { Kinder = FieldsOf(typ, art, kontext) };
        throw new NotSupportedException($"{record.Name}.{parameter.Name} has type {typ}, for which there is no field.");
    }

    private static Feld Rows(Feld feld, Type element, string art, Formularkontext kontext)
    {
        var kinder = FieldsOf(element, art, kontext);
        var schluessel = Feldregeln.RowKey(element);
        return feld with
        {
            Kinder = kinder,
            Schluessel = schluessel,
            Optionen = schluessel is null ? [] : kinder.First(k => k.Name == schluessel).Optionen,
            LeereReihenWeglassen = !Feldregeln.KeepsEmptyRows(art, element),
        };
    }

    private static bool IsRequired(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue || Nullable.GetUnderlyingType(parameter.ParameterType) is not null)
            return false;
        if (parameter.ParameterType.IsValueType)
            return true;
        lock (Gate)
            return Nullability.Create(parameter).WriteState != NullabilityState.Nullable;
    }

    private static Type? ElementOf(Type typ) =>
        typ.IsGenericType && typ.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? typ.GetGenericArguments()[0] : null;

    private static Auswahl[] EnumOptions(Type typ) => [.. Enum.GetNames(typ).Select(n => new Auswahl(n, Begriffe.Of(typ, n)))];
}
