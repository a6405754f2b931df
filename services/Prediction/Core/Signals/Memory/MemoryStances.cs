using Superintel.Kernel;
using Superintel.Prediction.Signals.Ports;

namespace Superintel.Prediction.Signals.Memory;

/// <summary>Stances in memory.</summary>
public sealed class MemoryStances : IStances
{
    private readonly Dictionary<(string Feed, BarInterval Interval), StanceBook> books = [];

    public ValueTask<StanceBook> Load(string feed, BarInterval interval, CancellationToken ct) =>
        ValueTask.FromResult(books.GetValueOrDefault((feed, interval)) ?? StanceBook.Empty);

    public ValueTask Save(string feed, BarInterval interval, IReadOnlyList<Stance> changed, CancellationToken ct)
    {
        books[(feed, interval)] = (books.GetValueOrDefault((feed, interval)) ?? StanceBook.Empty).With(changed);
        return ValueTask.CompletedTask;
    }
}
