using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>How late an order arrives, in bars of its instrument: history has no finer clock.</summary>
public interface ILatencyModel
{
    /// <returns>Bars the order misses, at least zero.</returns>
    int BarsMissed(ClientOrderId order);
}
