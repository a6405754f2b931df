using System.ComponentModel.DataAnnotations;

namespace Superintel.ServiceDefaults.Security;

/// <summary>Section Auth.</summary>
public sealed class AuthOptions
{
    /// <summary>The fleet's shared secret, at least 32 characters, from the environment or a 0600 file. No default.</summary>
    [Required]
    [MinLength(32)]
    public string ServiceKey { get; set; } = string.Empty;
}
