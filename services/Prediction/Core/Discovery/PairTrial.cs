using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Panel;

namespace Superintel.Prediction.Discovery;

/// <summary>One pair that was tested.</summary>
internal sealed record PairTrial(PairWindow Window, double Correlation, EngleGrangerResult Test);
