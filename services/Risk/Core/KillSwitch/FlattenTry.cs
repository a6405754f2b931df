using Superintel.Kernel;

namespace Superintel.Risk.KillSwitch;

/// <summary>How far getting out of a pair has come since the switch was moved.</summary>
/// <param name="Version">Of the switch: asking for a flatten again starts over.</param>
/// <param name="Cleared">Exits that were cleared; the next one gets this number.</param>
/// <param name="Placed">Of them those whose orders were placed and are over. Only these use attempts up: a denial is Execution's, at a
/// moment when nothing could leave.</param>
/// <param name="Denied">Why Execution denied the newest exit; empty when it did not.</param>
/// <param name="ClearedAt">When the newest exit was cleared, on the fleet's clock.</param>
/// <param name="GaveUp">All attempts are used up; a person has to look.</param>
public sealed record FlattenTry(
    long Version, string PairId, int Cleared, int Placed, string Denied, DateTimeOffset ClearedAt, bool GaveUp)
{
    public static FlattenTry First(long version, string pairId) => new(version, pairId, 0, 0, "", DateTimeOffset.MinValue, false);

    /// <param name="barEnd">End of the bar that is the occasion; null: orders ended or the switch was moved.</param>
    /// <param name="now">On the fleet's clock.</param>
    /// <returns>False: it was denied after that bar ended. Bars of several feeds make one attempt, not one each.</returns>
    public bool IsDue(DateTimeOffset? barEnd, DateTimeOffset now) =>
        Denied.Length == 0 || barEnd is not { } end || end > ClearedAt || ClearedAt > now; // the last: the clock was set back

    /// <summary>True when the decision is that of the newest exit.</summary>
    public bool IsNewest(string decisionId) => Cleared > 0 && Flattening.Decision(PairId, Version, Cleared - 1).Value == decisionId;

    public FlattenTry Clear(int number, DateTimeOffset now) => this with { Cleared = number + 1, Denied = "", ClearedAt = now };
}
