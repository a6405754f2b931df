using System.ComponentModel.DataAnnotations;

namespace Superintel.Gateway.Auth;

/// <summary>Section Auth, what the gateway adds to it.</summary>
public sealed record AccessOptions
{
    /// <summary>File with the first administrator, {"user","password"}, mode 0600; read when there is no user yet.</summary>
    public string? AdminFile { get; init; }

    /// <summary>How long an access token is good unless its session ends before. Default 8 h.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(8);

    /// <summary>How long a session can be refreshed. Default 14 days.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Age at which the signing key is replaced. Default 30 days.</summary>
    public TimeSpan RotateKeysAfter { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Wrong passwords in a row before an account is locked. Default 5.</summary>
    [Range(1, 100)]
    public int LockoutThreshold { get; init; } = 5;

    /// <summary>First lock; doubles with each further wrong password up to <see cref="LongestLockout"/>. Default 30 s.</summary>
    public TimeSpan FirstLockout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Default 1 h.</summary>
    public TimeSpan LongestLockout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Rounds of PBKDF2-SHA256 for new passwords; stored passwords keep theirs. At least 600,000.</summary>
    [Range(600_000, 100_000_000)]
    public int PasswordIterations { get; init; } = 600_000;
}
