using Superintel.Kernel;

namespace Superintel.Prediction.Panel;

/// <summary>An instrument's close, in its quote currency, above zero.</summary>
public readonly record struct InstrumentClose(InstrumentId Id, decimal Close);
