using System.ComponentModel.DataAnnotations;

namespace Superintel.Gateway.Access;

/// <summary>Section Access.</summary>
public sealed class AccessOptions
{
    /// <summary>How long an access token is good. Default 8 hours; a role change, a new password or signing out ends it at once.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "24:00:00")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>Age at which a new signing key is made. Default 30 days; the old one still validates what it signed.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan SigningKeyAge { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Wrong passwords before the first lockout. Default 5.</summary>
    [Range(1, 100)]
    public int FreeFailures { get; set; } = 5;

    /// <summary>First lockout; each further failure doubles it, up to an hour. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FirstLockout { get; set; } = TimeSpan.FromSeconds(30);
}
