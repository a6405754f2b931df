using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Approval.Tests;

/// <summary>Signals for tests.</summary>
internal static class Signals
{
    public const string Pair = "AAA.XNYS~BBB.XNYS";

    public static readonly DateTimeOffset Bar = new(2000, 1, 3, 0, 0, 0, TimeSpan.Zero);

    public static SignalGenerated Open(
        string decision = "d1", double confidence = 0.9, string pair = Pair, DateTimeOffset? at = null) => new(
        decision,
        pair,
        pair.Split('~')[0],
        pair.Split('~')[1],
        "1d",
        at ?? Bar,
        "open",
        0.8,
        confidence,
        1,
        0,
        0.02,
        -2.2,
        0.01,
        12,
        12,
        50m,
        40m,
        "pair-spread/1",
        "f1",
        "run-1",
        "Buy the spread.",
        []);

    public static SignalGenerated Close(string decision = "d9", DateTimeOffset? at = null) =>
        Open(decision, confidence: 1, at: at) with { Intent = "close", Direction = 0 };

    public static OrderLeg[] Legs(decimal notional) =>
    [
        new(0, "AAA.XNYS", "buy", notional / 2 / 50m, 50m, "USD"),
        new(1, "BBB.XNYS", "sell", notional / 2 / 40m, 40m, "USD"),
    ];

    public static Money Usd(decimal amount) => new(amount, Currency.Usd);
}
