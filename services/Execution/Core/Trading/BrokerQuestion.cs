using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Trading;

/// <summary>The question what became of an order, to a venue that may be away.</summary>
public static class BrokerQuestion
{
    /// <returns>Unavailable, too, where the venue cannot be asked.</returns>
    public static async Task<QueryOutcome> Ask(this IBroker broker, OrderReference order, CancellationToken ct)
    {
        try
        {
            return await broker.Query(order, ct);
        }
        catch (BrokerUnavailableException failure)
        {
            return new QueryOutcome.Unavailable(failure.Message) { IsSilence = true };
        }
    }
}
