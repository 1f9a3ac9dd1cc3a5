using System.Net;
using System.Text.RegularExpressions;
using FallWorkflow.Service.Api;
using FallWorkflow.TestKit.App;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

[Collection(GemeinsameApp.Name)]
public sealed partial class WhenNobodyIsSignedIn(Gemeinsam gemeinsam)
{
    /// <summary>Everything else asks who is there.</summary>
    private static readonly string[] Offen =
        ["/api/anmeldung", "/health/live", "/health/ready", "/stil/{version}/{**pfad}", "/studio/{version}/{**pfad}", "/studio/{version}/woerter.json",
            "/prozesse/{teil:regex(^_(framework|content)$)}/{**pfad}", "/prozesse/appsettings.json", "anmeldung", "abmelden", "abgelaufen", "fehler/{status:int}",
            "befragung/{geheimnis}"];

    [Fact]
    public void Only_the_sign_in_the_survey_health_and_styles_are_open() =>
        Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => e.RoutePattern.RawText!).Distinct().Except(Offen).ShouldBeEmpty();

    [Fact]
    public async Task Every_other_endpoint_refuses()
    {
        using var niemand = gemeinsam.App.Nobody();
        var geprueft = 0;
        foreach (var endpoint in Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            var adresse = "/" + AddressOf(endpoint.RoutePattern.RawText!).TrimStart('/');
            var methode = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is [var erste, ..] ? erste : "GET";
            using var anfrage = new HttpRequestMessage(new HttpMethod(methode), adresse);
            if (endpoint.Metadata.GetMetadata<NimmtDatei>() is not null)
            {
                anfrage.Content = new MultipartFormDataContent { { new ByteArrayContent([1]), "datei", "a.txt" } };
                anfrage.Headers.Add("Idempotency-Key", "niemand");
            }
            else if (methode is "POST" or "PUT")
                anfrage.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            var antwort = await niemand.Http.SendAsync(anfrage);
            if (adresse.StartsWith("/api", StringComparison.Ordinal))
                await antwort.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "nicht-angemeldet");
            else
                ((int)antwort.StatusCode).ShouldBeOneOf([302, 307, 401], $"{methode} {adresse}");
            geprueft++;
        }

        geprueft.ShouldBeGreaterThan(60);
    }

    [Theory]
    [InlineData("/api/gibt-es-nicht")]
    [InlineData("/gibt-es-nicht")]
    public async Task Even_an_unknown_address_says_nothing(string adresse)
    {
        using var niemand = gemeinsam.App.Nobody();
        var antwort = await niemand.Http.GetAsync(adresse);
        antwort.StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("fm.nuernberg", "falsch")]
    [InlineData("gibt.es.nicht", "Prüfstand-1")]
    public async Task Wrong_name_and_wrong_password_are_answered_alike(string benutzer, string kennwort)
    {
        using var niemand = gemeinsam.App.Nobody();
        var antwort = await niemand.PostAsync("/api/anmeldung", new { benutzer, kennwort });
        var problem = await antwort.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "anmeldung-falsch");
        problem.GetProperty("detail").GetString().ShouldBe("Benutzername oder Kennwort stimmt nicht. Bitte prüfen Sie beides.");
        antwort.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task The_cookie_stays_on_this_site_and_out_of_scripts()
    {
        using var niemand = gemeinsam.App.Nobody();
        var antwort = await niemand.PostAsync("/api/anmeldung", new { benutzer = Testjobcenter.Fallmanagerin, kennwort = Testjobcenter.Kennwort });
        var cookie = antwort.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        cookie.ShouldContain("httponly", Case.Insensitive);
    }

    [Fact]
    public async Task After_signing_out_the_session_is_over()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        (await sitzung.GetAsync("/api/ich")).GetProperty("rolle").GetString().ShouldBe("Fallmanager");
        (await sitzung.PostAsync("/api/abmeldung", new { })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await sitzung.Http.GetAsync("/api/ich")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "nicht-angemeldet");
    }

    private IEnumerable<RouteEndpoint> Endpoints() =>
        gemeinsam.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string AddressOf(string pattern) => Platzhalter().Replace(pattern, m => m.Groups[2].Value switch
    {
        ":guid" => Guid.Empty.ToString(),
        ":int" => "1",
        _ => "x",
    });

    [GeneratedRegex(@"\{\**(\w+)(:\w+)?\??\}")]
    private static partial Regex Platzhalter();
}
