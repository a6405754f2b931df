using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

public sealed class NoLatency : ILatencyModel
{
    public int BarsMissed(ClientOrderId order) => 0;

    public TimeSpan Delay(ClientOrderId order) => TimeSpan.Zero;
}
