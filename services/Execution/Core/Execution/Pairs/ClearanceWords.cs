using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Pairs;

/// <summary>Reads the words of a clearance; what cannot be read stops that clearance.</summary>
internal static class ClearanceWords
{
    public static PairIntent Intent(string word) => word switch
    {
        "open" => PairIntent.Open,
        "close" => PairIntent.Close,
        _ => throw new FormatException($"'{word}' is not an intent: open or close."),
    };

    public static LegFailurePolicy Policy(string word) => word switch
    {
        "cancel-rest" => LegFailurePolicy.CancelRest,
        "unwind" => LegFailurePolicy.Unwind,
        "hold-and-alert" => LegFailurePolicy.HoldAndAlert,
        _ => throw new FormatException($"'{word}' is not a leg failure policy: cancel-rest, unwind or hold-and-alert."),
    };

    public static Side Side(string word) => word switch
    {
        "buy" => Kernel.Side.Buy,
        "sell" => Kernel.Side.Sell,
        _ => throw new FormatException($"'{word}' is not a side: buy or sell."),
    };

    /// <exception cref="ArgumentException">Not different legs of the pair, or the one of a hedge, with a quantity above zero.</exception>
    public static void CheckLegs(OrderCleared cleared)
    {
        var legs = PairId.Parse(cleared.PairId).Legs;
        if (cleared.Legs.Count < 1 || cleared.Legs.Count > legs.Count) throw Broken(cleared, $"has {cleared.Legs.Count} legs");
        if (cleared.Legs.Select(leg => leg.Leg).Distinct().Count() != cleared.Legs.Count) throw Broken(cleared, "names a leg twice");
        foreach (var leg in cleared.Legs)
        {
            if (leg.Leg < 0 || leg.Leg >= legs.Count) throw Broken(cleared, $"has a leg {leg.Leg}");
            if (leg.InstrumentId != legs[leg.Leg].ToString()) throw Broken(cleared, $"has {leg.InstrumentId} as leg {leg.Leg}");
            if (leg.Quantity <= 0m) throw Broken(cleared, $"has a quantity of {leg.Quantity}");
        }
    }

    private static ArgumentException Broken(OrderCleared cleared, string how) =>
        new($"Clearance {cleared.ClearanceId} for {cleared.PairId} {how}.", nameof(cleared));
}
