using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Superintel.Gateway.Access.Users;

namespace Superintel.Gateway.Access.Tokens;

/// <summary>What a person's token must be: ours, ES256, not ended, and of a user who may still come in.</summary>
internal static class TokenValidation
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);

    public static void Configure(JwtBearerOptions jwt, SigningKeys keys)
    {
        jwt.MapInboundClaims = false;
        jwt.TimeProvider = TimeProvider.System;
        jwt.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = AccessTokens.Issuer,
            ValidAudience = AccessTokens.Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKeyResolver = (_, _, _, _) => keys.Validating,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = ClockSkew,
            NameClaimType = EdgeClaims.Subject,
            RoleClaimType = EdgeClaims.Role,
        };
        jwt.Events = new JwtBearerEvents { OnTokenValidated = StillWelcome };
    }

    private static async Task StillWelcome(TokenValidatedContext context)
    {
        var users = context.HttpContext.RequestServices.GetRequiredService<KnownUsers>();
        var name = context.Principal?.Identity?.Name ?? "";
        var account = await users.Find(name, context.HttpContext.RequestAborted);
        if (account is null || account.Disabled || account.Stamp.ToString() != context.Principal?.FindFirst(EdgeClaims.Stamp)?.Value)
            context.Fail("The token was ended.");
    }
}
