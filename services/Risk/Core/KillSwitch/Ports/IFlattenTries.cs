namespace Superintel.Risk.KillSwitch.Ports;

/// <summary>How far getting out of each pair has come.</summary>
public interface IFlattenTries
{
    /// <returns>Those since the switch was moved to this version, ordered by pair.</returns>
    ValueTask<IReadOnlyList<FlattenTry>> Of(long version, CancellationToken ct);

    ValueTask Save(FlattenTry one, CancellationToken ct);
}
