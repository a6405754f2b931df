using Superintel.Prediction.Forecasting;

namespace Superintel.Prediction.Signals;

/// <summary>What the stance machine sees of a pair at a bar.</summary>
/// <param name="ZScore">Null when the spread stood still.</param>
/// <param name="Selected">Whether the pair is in the selection in force.</param>
/// <param name="Broken">One of <see cref="Discovery.BrokenPairCodes"/>, or null while the pair holds.</param>
/// <param name="Unclosed">The pair's last close was refused by a later gate.</param>
public sealed record PairObservation(double? ZScore, EnsembleVerdict Verdict, bool Selected, string? Broken, bool Unclosed = false);
