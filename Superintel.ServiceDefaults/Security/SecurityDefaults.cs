using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Superintel.ServiceDefaults.Security;

internal static class SecurityDefaults
{
    public const string InternalScheme = "internal";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(10);

    public static void AddSecurityDefaults(this IServiceCollection services)
    {
        services.AddOptions<AuthOptions>().BindConfiguration("Auth").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<InternalTokens>();
        services.AddAuthentication(InternalScheme).AddJwtBearer(InternalScheme);
        services.AddOptions<JwtBearerOptions>(InternalScheme).Configure<IOptions<AuthOptions>>(Validate);
        services.AddAuthorization(Authorize);
    }

    private static void Validate(JwtBearerOptions jwt, IOptions<AuthOptions> auth)
    {
        jwt.MapInboundClaims = false;
        // A replay's clock says nothing about whether a token is still good.
        jwt.TimeProvider = TimeProvider.System;
        jwt.TokenValidationParameters = new TokenValidationParameters
        {
            // Any holder of the key is of the fleet; which one is told by sub.
            ValidateIssuer = false,
            ValidAudience = InternalTokens.Audience,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = InternalTokens.Key(auth.Value.ServiceKey),
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = ClockSkew,
            NameClaimType = "sub",
            RoleClaimType = "role",
        };
    }

    private static void Authorize(AuthorizationOptions options)
    {
        foreach (var role in Roles.Ladder) options.AddPolicy(role, policy => policy.RequireRole(Roles.AtLeast(role)));
        options.AddPolicy(Policies.Service, policy => policy.RequireRole(Roles.Service));
        options.AddPolicy(Policies.ViewerOrService, policy => policy.RequireRole([.. Roles.Ladder, Roles.Service]));
        // Whoever forgets to say who may call a route has closed it to strangers.
        options.FallbackPolicy = options.DefaultPolicy = new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireRole([.. Roles.Ladder, Roles.Service])
            .Build();
    }
}
