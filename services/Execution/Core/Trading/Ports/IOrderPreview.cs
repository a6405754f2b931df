namespace Superintel.Execution.Trading.Ports;

/// <summary>What an order would cost at a venue. Nothing is stored, nothing placed, and no other port ever tells of it.</summary>
public interface IOrderPreview
{
    /// <param name="ticket">Its client order id is nobody's: the venue is told none.</param>
    Task<PreviewOutcome> Preview(OrderTicket ticket, CancellationToken ct);
}
