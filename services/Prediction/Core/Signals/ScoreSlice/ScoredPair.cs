using Superintel.Contracts.Events.V1;
using Superintel.Prediction.FeatureStore;
using Superintel.Prediction.Forecasting;

namespace Superintel.Prediction.Signals.ScoreSlice;

/// <summary>What came of one pair at one bar.</summary>
/// <param name="Signal">Null when the stance stays as it is.</param>
public sealed record ScoredPair(FeatureVector Features, EnsembleVerdict Verdict, StanceMove Move, Stance After, SignalGenerated? Signal);
