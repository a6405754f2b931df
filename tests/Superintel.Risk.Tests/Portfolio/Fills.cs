using Superintel.Kernel;
using Superintel.Risk.Portfolio;

namespace Superintel.Risk.Tests.Portfolio;

/// <summary>Fills for tests.</summary>
internal static class Fills
{
    public static DateTimeOffset At(int index) => Desk.Start.AddMinutes(index);

    public static Fill Make(
        int index,
        string instrument,
        decimal signed,
        decimal price,
        string pair = Desk.Pair,
        string currency = "USD",
        decimal commission = 0m) =>
        new(
            new FillKey("PAPER", "SIM", $"x{index}"),
            $"o{index}",
            $"d{index}",
            pair,
            0,
            InstrumentId.Parse(instrument),
            SideSign.Of(signed),
            new Quantity(Math.Abs(signed)),
            new Price(price, new Currency(currency)),
            new Money(commission, new Currency(currency)),
            At(index));
}
