using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Mt4;

/// <summary>What the simulated terminal trades. A lot is 100,000 units, its smallest step a hundredth.</summary>
internal static class Mt4Market
{
    public const decimal LotUnits = 100_000m;

    public const decimal LotStep = 0.01m;

    public static IReadOnlyList<SimInstrument> Instruments { get; } =
    [
        new("EURUSD", "EUR", "USD", 0.00001m, LotStep * LotUnits, 1.08500m, 500_000m),
        new("GBPUSD", "GBP", "USD", 0.00001m, LotStep * LotUnits, 1.27000m, 400_000m),
        new("USDCHF", "USX", "CHF", 0.00001m, LotStep * LotUnits, 0.88500m, 400_000m),
    ];
}
