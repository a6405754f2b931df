using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Service.Adapters.Trading.Asking;

/// <summary>One question to a venue on the wire.</summary>
internal static class WireQuestion
{
    public static async Task<QueryOutcome> Of(IBroker wire, OrderReference order, CancellationToken ct)
    {
        try
        {
            return await wire.Query(order, ct);
        }
        catch (BrokerUnavailableException failure)
        {
            return new QueryOutcome.Unavailable(failure.Message) { IsSilence = true };
        }
    }
}
