namespace Superintel.Risk.Stress.Models;

/// <summary>A scenario that is drawn, not remembered: the book's own volatilities and correlations, bent.</summary>
/// <param name="Name">Stable, kebab-case.</param>
/// <param name="Days">Trading days that the book is held, 1 to 20.</param>
/// <param name="VolatilityMultiple">Of the volatilities in the book's history.</param>
/// <param name="Correlation">What every correlation becomes, 0 to 1; null leaves those of the history.</param>
/// <param name="Jumps">Null when prices only diffuse. Currencies do not jump.</param>
/// <param name="JumpsAtOnce">The stress begins with a jump; a simulation has it as often as the law says.</param>
/// <param name="ExitCost">Paid to get out at the end, fraction of gross exposure.</param>
/// <param name="Source">Where the numbers come from, and which are a choice.</param>
public sealed record ModelScenario(
    string Name,
    int Days,
    double VolatilityMultiple,
    double? Correlation,
    JumpLaw? Jumps,
    bool JumpsAtOnce,
    double ExitCost,
    string Source);
