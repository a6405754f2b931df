using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.KillSwitch.ReadFlatten;

/// <summary>What a desk that is being flattened still holds, and how often it was tried.</summary>
public sealed class ReadFlatten(IFlattenTries tries, IPositions positions)
{
    /// <returns>Ordered by pair; empty when the desk is not being flattened.</returns>
    public async ValueTask<IReadOnlyList<FlattenProgress>> Of(SwitchPosition current, CancellationToken ct)
    {
        if (!current.Flatten) return [];
        var known = (await tries.Of(current.Version, ct)).ToDictionary(one => one.PairId, StringComparer.Ordinal);
        var held = (await positions.Open(ct)).Select(position => position.Key).Order();
        return [.. held.GroupBy(key => key.PairId, StringComparer.Ordinal).Select(pair => Of(pair, known.GetValueOrDefault(pair.Key)))];
    }

    private static FlattenProgress Of(IGrouping<string, PositionKey> pair, FlattenTry? one) => new(
        pair.Key, [.. pair.Select(key => key.Instrument)], one?.Placed ?? 0, one?.Denied ?? "", one?.GaveUp ?? false);
}
