using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>The way of a person from the handover to the decision about the admission, and what is refused on it.</summary>
internal static class Einstiegsprobe
{
    /// <summary>Hands a person over on the day of the test clock; the Fallmanagerin looks at it.</summary>
    public static async Task<Fallprobe> HandOverAsync(
        FallWorkflowApp app, object? uebergabe = null, string vermittlung = Testjobcenter.Vermittlerin, string fallmanagement = Testjobcenter.Fallmanagerin)
    {
        var vermittlerin = await app.SignInAsync(vermittlung);
        return new(await vermittlerin.OpenFallAsync(Gemeinsam.Heute, uebergabe), await app.SignInAsync(fallmanagement));
    }

    public static async Task<Fallprobe> AcceptAsync(this Fallprobe probe, string fallmanagement = Testjobcenter.Fallmanagerin)
    {
        await probe.RecordAsync("UebergabeAngenommen", new { fallmanagerId = fallmanagement });
        return probe;
    }

    /// <summary>Accepts, holds the first interview and records the client's yes: only the admission is open.</summary>
    public static async Task<Fallprobe> PrepareAsync(this Fallprobe probe, string fallmanagement = Testjobcenter.Fallmanagerin)
    {
        await probe.AcceptAsync(fallmanagement);
        await probe.RecordAsync("ErstgespraechGefuehrt", Beispieldaten.Erstgespraech);
        await probe.RecordAsync("KlientEntschieden", new { moechteFallmanagement = true });
        return probe;
    }

    /// <summary>A handover with one need for each of these areas.</summary>
    public static JsonObject Uebergabe(string[] bereiche, string? zielgruppe = null, bool fortschritt = true)
    {
        var daten = JsonSerializer.SerializeToNode(Beispieldaten.Uebergabe)!.AsObject();
        daten["handlungsbedarfe"] = JsonSerializer.SerializeToNode(Bedarfe(bereiche));
        daten["zielgruppe"] = zielgruppe;
        daten["fortschrittErwartet"] = fortschritt;
        return daten;
    }

    public static object Pruefung(string[] bereiche, string? zielgruppe = null, bool fortschritt = true) =>
        new { handlungsbedarfe = Bedarfe(bereiche), fortschrittErwartet = fortschritt, fortschrittBegruendung = "Termine werden gehalten.", zielgruppe };

    /// <summary>The first interview with some fields set otherwise; null takes a field out.</summary>
    public static JsonObject Erstgespraech(params (string Feld, JsonNode? Wert)[] felder)
    {
        var daten = JsonSerializer.SerializeToNode(Beispieldaten.Erstgespraech)!.AsObject();
        foreach (var (feld, wert) in felder)
        {
            daten.Remove(feld);
            if (wert is not null)
                daten[feld] = wert;
        }

        return daten;
    }

    /// <summary>The rule must refuse the fact, and its message must say what to do.</summary>
    public static async Task ShouldRefuseAsync(this Fallprobe probe, string regel, string abhilfe, string art, object daten)
    {
        var antwort = await probe.Sitzung.PostAsync($"/api/faelle/{probe.Fall}/eintraege/{art}", new { wirksamAm = Gemeinsam.Heute, daten });
        var problem = await antwort.ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        problem.GetProperty("regel").GetString().ShouldBe(regel);
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(abhilfe);
    }

    public static async Task<string?> StatusAsync(this Fallprobe probe) => (await probe.ReadAsync()).GetProperty("status").GetString();

    /// <summary>What the access check came to: met, by which rule, under which version of the concept.</summary>
    public static async Task<(bool Erfuellt, string? Regel, int Version)> ZugangAsync(this Fallprobe probe)
    {
        var zugang = (await probe.ReadAsync()).GetProperty("zugang");
        return (zugang.GetProperty("erfuellt").GetBoolean(), zugang.GetProperty("regel").GetString(), zugang.GetProperty("konzeptVersion").GetInt32());
    }

    /// <summary>Kinds of the open tasks, in order of the alphabet.</summary>
    public static async Task<List<string?>> OpenAsync(this Fallprobe probe) =>
        [.. (await probe.ReadAsync()).GetProperty("aufgaben").EnumerateArray().Where(a => a.GetProperty("status").GetString() == "Offen")
            .Select(a => a.GetProperty("art").GetString()).Order(StringComparer.Ordinal)];

    /// <summary>Kinds of the tasks of one Fall in somebody's list.</summary>
    public static async Task<List<string?>> TasksOfAsync(this Sitzung sitzung, Guid fall) =>
        [.. (await sitzung.GetAsync("/api/aufgaben")).EnumerateArray().Where(a => a.GetProperty("fallId").GetGuid() == fall)
            .Select(a => a.GetProperty("art").GetString()).Order(StringComparer.Ordinal)];

    private static IEnumerable<object> Bedarfe(string[] bereiche) => bereiche.Select(bereich => new { bereich, beschreibung = "besteht" });
}
