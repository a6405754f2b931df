using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Superintel.Gateway.Live;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Auth;

/// <summary>How callers from outside prove who they are: an access token or an API key. The fleet's internal tokens are not accepted
/// here.</summary>
internal static class GatewayAuthentication
{
    /// <summary>A person who signed in; keys may not make keys.</summary>
    public const string SessionPolicy = "session";

    private const string Scheme = "gateway";
    private const string ApiKeyScheme = "api-key";
    private const string BearerScheme = "bearer";
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);

    public static void AddGatewayAuthentication(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration("Auth").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SigningKeyVault>().AddSingleton<SigningKeys>().AddSingleton<AccessTokens>();
        services.AddSingleton<PasswordCheck>().AddSingleton<LiveSessions>().AddSingleton<LiveApiKeys>().AddSingleton<SignIn>();
        services.AddScoped<UserStore>().AddScoped<SessionStore>().AddScoped<ApiKeyStore>().AddScoped<SignInAttempts>()
            .AddScoped<AccessLog>();
        services.AddHostedService<AccessStartUp>();
        services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, Scheme, scheme => scheme.ForwardDefaultSelector =
                http => http.Request.Headers.ContainsKey(ApiKeyHandler.Header) ? ApiKeyScheme : BearerScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyScheme, null)
            .AddJwtBearer(BearerScheme);
        services.AddOptions<JwtBearerOptions>(BearerScheme).Configure<SigningKeys>(Validate);
        services.Configure<AuthorizationOptions>(options => options.AddPolicy(
            SessionPolicy, policy => policy.RequireRole(Roles.Ladder).RequireClaim(AccessTokens.SessionClaim)));
    }

    private static void Validate(JwtBearerOptions jwt, SigningKeys keys)
    {
        jwt.MapInboundClaims = false;
        jwt.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = AccessTokens.Issuer,
            ValidAudience = AccessTokens.Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKeyResolver = (_, _, id, _) => keys.Named(id),
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = ClockSkew,
            NameClaimType = "sub",
            RoleClaimType = "role",
        };
        jwt.Events = new JwtBearerEvents { OnMessageReceived = Received, OnTokenValidated = Validated };
    }

    private static async Task Received(MessageReceivedContext context)
    {
        if (LiveProtocol.TokenOf(context.Request) is { } token) context.Token = token;
        var presented = context.Token ?? BearerOf(context.Request.Headers.Authorization.ToString());
        if (presented is null || !new JsonWebTokenHandler().CanReadToken(presented)) return;
        var keys = context.HttpContext.RequestServices.GetRequiredService<SigningKeys>();
        await keys.Know(KeyIdOf(presented), context.HttpContext.RequestAborted);
    }

    private static async Task Validated(TokenValidatedContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<LiveSessions>();
        var claim = context.Principal?.FindFirst(AccessTokens.SessionClaim)?.Value;
        if (!Guid.TryParse(claim, out var session) || !await sessions.Stands(session, context.HttpContext.RequestAborted))
            context.Fail("The session has ended.");
    }

    private static string? BearerOf(string header) =>
        header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;

    private static string? KeyIdOf(string token)
    {
        try
        {
            return new JsonWebToken(token).Kid;
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenMalformedException)
        {
            return null;
        }
    }
}
