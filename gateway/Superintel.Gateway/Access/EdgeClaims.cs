namespace Superintel.Gateway.Access;

/// <summary>Claims of those who come in at the edge.</summary>
internal static class EdgeClaims
{
    public const string Subject = "sub";
    public const string Role = "role";

    /// <summary>The user's stamp when the token was made.</summary>
    public const string Stamp = "stamp";

    /// <summary>What an API key may do; a person's token has none and may do all that the role allows.</summary>
    public const string Scope = "scope";
}
