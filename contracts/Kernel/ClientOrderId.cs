using System.Globalization;

namespace Superintel.Kernel;

/// <summary>
/// Our name for an order at a venue (FIX tag 11). A function of decision, leg and attempt, so that a restart that sends it again sends
/// the same name and the venue can refuse the repeat. At most 36 characters of [a-z0-9-]: Binance's limit is the tightest.
/// </summary>
public readonly record struct ClientOrderId(string Value)
{
    /// <param name="decision">The decision the order serves.</param>
    /// <param name="leg">Leg number, 0 or 1.</param>
    /// <param name="attempt">0 for the leg's own order; n for the n-th corrective order (unwind, chase).</param>
    public static ClientOrderId For(DecisionId decision, int leg, int attempt = 0) =>
        new(string.Create(CultureInfo.InvariantCulture, $"o{StableId.Of("order", decision.Value)}-{leg}-{attempt}"));

    public override string ToString() => Value;
}
