namespace Superintel.Prediction.Signals;

/// <summary>Close the spread.</summary>
/// <param name="Code">One of <see cref="LeaveCodes"/> or of <see cref="Discovery.BrokenPairCodes"/>.</param>
/// <param name="CoolDownBars">Scored bars before the pair may be opened again.</param>
public sealed record Leave(string Code, int CoolDownBars) : StanceMove;
