using Superintel.Execution.Execution.Control;
using Superintel.Execution.Trading.Composite;

namespace Superintel.Execution.Execution.Pairs;

/// <summary>Where a leg goes, settled before its order is made.</summary>
public sealed record LegRoute(Instrument Instrument, Route Route);
