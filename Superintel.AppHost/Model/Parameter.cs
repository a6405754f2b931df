namespace Superintel.AppHost.Model;

/// <summary>A value that a fleet is given and does not know by itself.</summary>
/// <param name="Name">Lower-case words joined by hyphens; templates name it as {name.value}.</param>
/// <param name="Secret">It is never printed, logged or committed.</param>
/// <param name="Description">What a person who is asked for it must know.</param>
public sealed record Parameter(string Name, bool Secret, string Description)
{
    /// <summary>
    /// Length of the random value that is made once and kept where none was given; 0 means a person must give it.
    /// Letters and digits only: it stands inside URIs and connection strings, and with a length divisible by four it is base64 too.
    /// </summary>
    public int GeneratedLength { get; init; }
}
