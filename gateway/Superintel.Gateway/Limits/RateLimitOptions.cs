using System.ComponentModel.DataAnnotations;

namespace Superintel.Gateway.Limits;

/// <summary>Section RateLimits.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Requests of one user or key per minute. Default 1200.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 1_200;

    /// <summary>Sign-in tries from one address per minute. Default 30.</summary>
    [Range(1, 100_000)]
    public int LoginsPerMinute { get; set; } = 30;
}
