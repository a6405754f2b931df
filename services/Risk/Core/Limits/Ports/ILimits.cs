namespace Superintel.Risk.Limits.Ports;

/// <summary>The limits that someone has changed.</summary>
public interface ILimits
{
    /// <summary>Changed limits that the catalogue still knows, ordered by name.</summary>
    ValueTask<IReadOnlyList<RiskLimit>> Changed(CancellationToken ct);

    /// <returns>False when the stored version is not the one before this: somebody else was faster.</returns>
    ValueTask<bool> TrySave(RiskLimit limit, CancellationToken ct);
}
