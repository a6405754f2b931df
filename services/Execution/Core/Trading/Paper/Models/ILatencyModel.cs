using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>How late an order arrives: in bars of its instrument, as history has no finer clock; in time where there are quotes.</summary>
public interface ILatencyModel
{
    /// <returns>Bars the order misses, at least zero.</returns>
    int BarsMissed(ClientOrderId order);

    /// <returns>From acceptance until a quote may fill it, at least zero.</returns>
    TimeSpan Delay(ClientOrderId order);
}
