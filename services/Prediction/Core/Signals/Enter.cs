namespace Superintel.Prediction.Signals;

/// <summary>Open the spread.</summary>
public sealed record Enter(StanceSide Side) : StanceMove;
