namespace Superintel.Prediction.Signals;

/// <summary>Nothing changes at this bar.</summary>
/// <param name="Code">One of <see cref="StayCodes"/>.</param>
public sealed record Stay(string Code) : StanceMove;
