using Superintel.Kernel;

namespace Superintel.Risk.Stress.RunStress;

/// <summary>One instrument under a scenario.</summary>
/// <param name="Value">Today, signed, base currency.</param>
/// <param name="Loss">Above zero is a loss, base currency.</param>
/// <param name="External">The part of the value that is not the desk's.</param>
public sealed record StressLoss(InstrumentId Instrument, decimal Value, decimal Loss, decimal External)
{
    public static StressLoss Of(Holding holding, decimal loss) =>
        new(holding.Instrument.Id, holding.Value, loss, holding.External);
}
