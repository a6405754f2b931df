using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

public sealed class FixedLatency(int bars, TimeSpan delay) : ILatencyModel
{
    public int BarsMissed(ClientOrderId order) => bars;

    public TimeSpan Delay(ClientOrderId order) => delay;
}
