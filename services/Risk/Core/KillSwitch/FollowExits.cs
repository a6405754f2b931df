using Superintel.Risk.KillSwitch.Ports;

namespace Superintel.Risk.KillSwitch;

/// <summary>What became of the exits that flattening cleared: an attempt is used up by orders that were placed, not by a denial.</summary>
public sealed class FollowExits(IKillSwitch killSwitch, IFlattenTries tries)
{
    public ValueTask Ended(string decisionId, CancellationToken ct) => Change(decisionId, one => one with { Placed = one.Placed + 1 }, ct);

    public ValueTask Denied(string decisionId, string code, CancellationToken ct) =>
        Change(decisionId, one => one with { Denied = code }, ct);

    private async ValueTask Change(string decisionId, Func<FlattenTry, FlattenTry> change, CancellationToken ct)
    {
        var current = await killSwitch.Current(ct);
        if (!current.Flatten) return;
        var known = await tries.Of(current.Version, ct);
        if (known.FirstOrDefault(one => one.IsNewest(decisionId)) is { } newest) await tries.Save(change(newest), ct);
    }
}
