using System.Text.Encodings.Web;
using System.Text.Unicode;
using FallWorkflow.Application.Auskunft;
using FallWorkflow.Application.Auswertungen;
using FallWorkflow.Application.Befragungen;
using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Netzwerke;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Termine;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Web.Anmeldung;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace FallWorkflow.Web;

/// <summary>Registers the pages with their sign-in.</summary>
public static class WebServiceCollectionExtensions
{
    /// <summary>How long a sign-in lasts without use: one working day.</summary>
    private static readonly TimeSpan Sitzung = TimeSpan.FromHours(10);

    /// <summary>Pages, cookie sign-in (default scheme) and the default-deny policy. Needs the application's services and IStammdaten.</summary>
    public static IServiceCollection AddFallWorkflowWeb(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.Conventions.Add(new EverySeiteNamesItsRollen()))
            .ConfigureApplicationPartManager(parts => AddParts(parts))
            .AddMvcOptions(options =>
            {
                options.Filters.Add<Sicherheitskopf>();
                options.Filters.Add<Fehlerfilter>();
                options.Filters.Add<Tokenfilter>();
            });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "fallworkflow-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "fallworkflow";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Sitzung;
            options.SlidingExpiration = true;
            options.LoginPath = "/anmeldung";
            options.ReturnUrlParameter = "ziel";
            // Sessions live in real time: moving a demo's clock by weeks must not sign everybody out.
            options.TimeProvider = TimeProvider.System;
            options.Events.OnRedirectToLogin = Anmeldeweg.OnRedirectToLogin;
            options.Events.OnRedirectToAccessDenied = Anmeldeweg.OnRedirectToAccessDenied;
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        // A pasted document comes back with an explanation instead of being lost at a limit of the server.
        services.Configure<FormOptions>(options =>
        {
            options.ValueLengthLimit = Formularablauf.MaxBytes;
            options.MultipartBodyLengthLimit = Formularablauf.MaxBytes;
            options.BufferBodyLengthLimit = Formularablauf.MaxBytes;
            // Files of people go into the database and nowhere else, not into a temporary file either.
            options.MemoryBufferThreshold = Formularablauf.MaxBytes;
            options.ValueCountLimit = 4096;
        });
        // Umlauts stay umlauts: readable, and a long German text does not grow sixfold on its way back.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<IPasswordHasher<Benutzer>, PasswordHasher<Benutzer>>();
        services.AddScoped<Anmeldedienst>();
        services.TryAddSingleton<Lesezugriff>();
        services.TryAddSingleton<Auskunftserteilung>();
        services.TryAddSingleton<Auskunftsarchiv>();
        services.TryAddSingleton<Dokumentannahme>();
        services.TryAddSingleton<Dokumentzugriff>();
        services.TryAddSingleton<Web.Auskunft.Auskunftstext>();
        services.TryAddSingleton<Web.Auskunft.Beratungssicht>();
        services.TryAddSingleton<Netzwerkdienst>();
        services.TryAddSingleton<Auswertungsdienst>();
        services.TryAddSingleton<Tabellendienst>();
        services.TryAddSingleton<Befragungsdienst>();
        services.TryAddSingleton<Terminkalender>();
        services.TryAddSingleton<Terminleser>();
        services.AddSingleton<Fortsetzungen>();
        services.AddScoped<Fallzugang>();
        services.AddScoped<Formularablauf>();
        services.AddTransient<IStartupFilter, Fehlerseiten>();
        return services;
    }

    private static void AddParts(ApplicationPartManager parts)
    {
        var assembly = typeof(WebServiceCollectionExtensions).Assembly;
        foreach (var part in new ConsolidatedAssemblyApplicationPartFactory().GetApplicationParts(assembly))
        {
            if (parts.ApplicationParts.All(p => p.Name != part.Name || p.GetType() != part.GetType()))
                parts.ApplicationParts.Add(part);
        }
    }
}
