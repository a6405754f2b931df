using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>Zero to so many bars, or to so much time, all equally likely, the same for the same order.</summary>
public sealed class RandomLatency(int seed, int mostBars, TimeSpan longest) : ILatencyModel
{
    public int BarsMissed(ClientOrderId order) => (int)(SeededDraw.Uniform(seed, "latency", order.Value, "") * (mostBars + 1));

    public TimeSpan Delay(ClientOrderId order) => longest * SeededDraw.Uniform(seed, "delay", order.Value, "");
}
