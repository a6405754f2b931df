using System.ComponentModel.DataAnnotations;

namespace Superintel.Gateway.RateLimits;

/// <summary>Section RateLimit. Requests per minute.</summary>
public sealed record RateLimitOptions
{
    /// <summary>Per user, over all sessions and keys. Default 1200.</summary>
    [Range(1, 1_000_000)]
    public int PerUser { get; init; } = 1200;

    /// <summary>Per address for requests without a good token. Default 300.</summary>
    [Range(1, 1_000_000)]
    public int PerAddress { get; init; } = 300;

    /// <summary>Sign-ins per address. Default 30.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerAddress { get; init; } = 30;
}
