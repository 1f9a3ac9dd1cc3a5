using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Service.Api;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace FallWorkflow.Service.Zusammenbau;

/// <summary>The pages with their sign-in, which the API shares.</summary>
internal static class Seiten
{
    public static IServiceCollection AddSeiten(this IServiceCollection services, Einstellungen einstellungen)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "fallworkflow";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.TimeProvider = TimeProvider.System;
            options.Events.OnRedirectToLogin = c => Task.FromResult(c.Response.StatusCode = 401);
            options.Events.OnRedirectToAccessDenied = c => Task.FromResult(c.Response.StatusCode = 403);
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IPasswordHasher<Benutzer>, PasswordHasher<Benutzer>>();
        services.AddScoped<Anmeldedienst>();
        services.AddScoped<Fallansicht>();
        return services.AddScoped<Traegerbefehle>();
    }

    public static void MapSeiten(this IEndpointRouteBuilder app)
    {
    }
}
