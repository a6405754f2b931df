namespace Superintel.Prediction.Discovery;

/// <summary>How many pairs passed each gate of a discovery, in the order of the gates.</summary>
/// <param name="Instruments">Tradable, fresh instruments with a close in the newest slice.</param>
/// <param name="Pairs">Pairs of those with one currency.</param>
/// <param name="Complete">Pairs with a complete window.</param>
/// <param name="Tested">Pairs above the correlation floor: they were tested, and are the trial count.</param>
/// <param name="Significant">Pairs within the false discovery rate.</param>
/// <param name="Confirmed">Pairs that also pass the test the other way round.</param>
/// <param name="Tradable">Pairs with a half-life and a hedge ratio that can be traded.</param>
/// <param name="Selected">Pairs left after the limits on number and shared legs.</param>
public sealed record DiscoveryFunnel(
    int Instruments,
    int Pairs,
    int Complete,
    int Tested,
    int Significant,
    int Confirmed,
    int Tradable,
    int Selected);
