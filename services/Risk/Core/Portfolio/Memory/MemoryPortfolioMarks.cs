using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Portfolio.Memory;

public sealed class MemoryPortfolioMarks : IPortfolioMarks
{
    private PortfolioMark? last;

    public ValueTask<PortfolioMark?> Last(CancellationToken ct) => new(last);

    public ValueTask Save(PortfolioMark mark, CancellationToken ct)
    {
        last = mark;
        return ValueTask.CompletedTask;
    }
}
