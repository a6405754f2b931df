namespace Superintel.AppHost.Local.Parts;

/// <summary>Asks a part once whether it is ready.</summary>
public interface IProbe
{
    /// <returns>Null when ready, otherwise why not, in a few words.</returns>
    Task<string?> Ask(CancellationToken cancellationToken);
}
