namespace Superintel.AppHost.Local.Parts;

/// <summary>Asks a part once whether it is ready.</summary>
public interface IProbe
{
    Task<ProbeAnswer> Ask(CancellationToken cancellationToken);
}
