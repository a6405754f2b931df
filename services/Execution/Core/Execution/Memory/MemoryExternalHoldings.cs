using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Memory;

public sealed class MemoryExternalHoldings : IExternalHoldings
{
    private readonly Dictionary<(InstrumentId, string, string), ExternalHolding> all = [];

    public ValueTask<IReadOnlyList<ExternalHolding>> All(CancellationToken ct) => new(
    [
        .. all.Values.OrderBy(one => one.Instrument)
            .ThenBy(one => one.Venue, StringComparer.Ordinal)
            .ThenBy(one => one.Account, StringComparer.Ordinal),
    ]);

    public ValueTask Save(ExternalHolding holding, CancellationToken ct)
    {
        all[(holding.Instrument, holding.Venue, holding.Account)] = holding;
        return ValueTask.CompletedTask;
    }
}
