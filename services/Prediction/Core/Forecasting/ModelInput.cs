using Superintel.Kernel;
using Superintel.Prediction.FeatureStore;

namespace Superintel.Prediction.Forecasting;

/// <summary>
/// Everything a model may see: the stored vector and whose it is. A forecast is a function of it, so that any forecast can be made again
/// from the feature store.
/// </summary>
public readonly record struct ModelInput(PairId Pair, FeatureVector Features);
