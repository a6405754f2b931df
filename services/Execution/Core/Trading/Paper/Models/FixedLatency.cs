using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

public sealed class FixedLatency(int bars) : ILatencyModel
{
    public int BarsMissed(ClientOrderId order) => bars;
}
