using Superintel.Kernel;

namespace Superintel.Prediction.Panel;

/// <summary>What prediction needs to know of an instrument.</summary>
/// <param name="Currency">Quote currency; both legs of a pair share it, or the spread would carry an exchange rate.</param>
/// <param name="Tradable">False for what is only observed: it never becomes a leg.</param>
public sealed record PanelInstrument(InstrumentId Id, Currency Currency, bool Tradable);
