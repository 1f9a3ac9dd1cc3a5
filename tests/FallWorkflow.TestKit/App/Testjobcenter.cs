using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using Microsoft.AspNetCore.Identity;

namespace FallWorkflow.TestKit.App;

/// <summary>Two offices, two partners and one person for every role. Everybody's password is <see cref="Kennwort"/>.</summary>
public static class Testjobcenter
{
    public const string Kennwort = "Prüfstand-1";

    public const string Nuernberg = "nuernberg";
    public const string Berlin = "berlin";
    public const string Suchthilfe = "suchthilfe";
    public const string Schuldnerberatung = "schuldnerberatung";

    public const string Fallmanagerin = "fm.nuernberg";
    public const string ZweiteFallmanagerin = "fm2.nuernberg";
    public const string Vermittlerin = "if.nuernberg";
    public const string Teamleiterin = "tl.nuernberg";
    public const string Prozessgestalterin = "pg";
    public const string Datenschuetzerin = "ds";
    public const string BerlinerFallmanager = "fm.berlin";
    public const string BerlinerVermittler = "if.berlin";
    public const string BerlinerTeamleiter = "tl.berlin";
    public const string PartnerSuchthilfe = "sucht";
    public const string PartnerSchulden = "schulden";

    public static async Task CreateAsync(IStammdaten stammdaten)
    {
        await stammdaten.SaveAsync(new Buero { Id = Nuernberg, Name = "Nürnberg-Süd", Land = Land.BY });
        await stammdaten.SaveAsync(new Buero { Id = Berlin, Name = "Berlin-Mitte", Land = Land.BE });
        await stammdaten.SaveAsync(new Traeger { Id = Suchthilfe, Name = "Suchthilfe e. V.", Leistungsbereich = "Suchtberatung" });
        await stammdaten.SaveAsync(new Traeger { Id = Schuldnerberatung, Name = "Schuldnerberatung", Leistungsbereich = "Schulden" });

        // One slow hash for all: the tests are about what people may do, not about their passwords.
        var hash = new PasswordHasher<object>().HashPassword(new object(), Kennwort);
        Benutzer[] alle =
        [
            Person(Fallmanagerin, Rollen.Fallmanager, Nuernberg),
            Person(ZweiteFallmanagerin, Rollen.Fallmanager, Nuernberg),
            Person(Vermittlerin, Rollen.Integrationsfachkraft, Nuernberg),
            Person(Teamleiterin, Rollen.Teamleitung, Nuernberg),
            Person(Prozessgestalterin, Rollen.Prozessgestalter, null),
            Person(Datenschuetzerin, Rollen.Datenschutz, null),
            Person(BerlinerFallmanager, Rollen.Fallmanager, Berlin),
            Person(BerlinerVermittler, Rollen.Integrationsfachkraft, Berlin),
            Person(BerlinerTeamleiter, Rollen.Teamleitung, Berlin),
            new() { Id = PartnerSuchthilfe, Name = "Kim Partner", Rolle = Rollen.Traeger, TraegerId = Suchthilfe, KennwortHash = hash },
            new() { Id = PartnerSchulden, Name = "Toni Partner", Rolle = Rollen.Traeger, TraegerId = Schuldnerberatung, KennwortHash = hash },
        ];
        foreach (var benutzer in alle)
            await stammdaten.SaveAsync(benutzer);

        Benutzer Person(string id, string rolle, string? buero) =>
            new() { Id = id, Name = $"{rolle} {buero}".Trim(), Rolle = rolle, BueroId = buero, EMail = $"{id}@example.org", KennwortHash = hash };
    }
}
