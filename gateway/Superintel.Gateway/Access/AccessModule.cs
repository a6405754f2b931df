using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Superintel.Gateway.Access.ApiKeys;
using Superintel.Gateway.Access.Recording;
using Superintel.Gateway.Access.Tokens;
using Superintel.Gateway.Access.Users;

namespace Superintel.Gateway.Access;

/// <summary>Who may come in at the edge: people by token, programs by API key.</summary>
internal static class AccessModule
{
    private const string Edge = "edge";
    private const string Person = "person";

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration("Access").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<UserStore>().AddSingleton<KnownUsers>().AddSingleton<Lockout>().AddSingleton<ApiKeyStore>();
        services.AddSingleton<KeySeal>().AddSingleton<SigningKeys>().AddSingleton<AccessTokens>();
        services.AddScoped<AccessRecorder>();
        services.AddHostedService(provider => provider.GetRequiredService<SigningKeys>()).AddHostedService<FirstAdministrator>();
        services.AddAuthentication(options => options.DefaultScheme = options.DefaultAuthenticateScheme = options.DefaultChallengeScheme = Edge)
            .AddPolicyScheme(Edge, null, scheme => scheme.ForwardDefaultSelector = http =>
                http.Request.Headers.ContainsKey(ApiKeyHandler.Header) ? ApiKeyHandler.SchemeName : Person)
            .AddJwtBearer(Person)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        services.AddOptions<JwtBearerOptions>(Person).Configure<SigningKeys>(TokenValidation.Configure);
    }
}
