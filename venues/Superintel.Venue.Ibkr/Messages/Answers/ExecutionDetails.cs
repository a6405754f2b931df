using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>One execution: the only ground on which a fill is booked.</summary>
/// <param name="RequestId">-1: told unasked.</param>
/// <param name="ExecutionId">A correction repeats all before the last dot.</param>
/// <param name="Time">With a zone from version 174 on, for example 20251120 15:31:02 US/Eastern.</param>
/// <param name="Side">BOT or SLD.</param>
/// <param name="CumulativeQuantity">Of the order, this execution included.</param>
public sealed record ExecutionDetails(
    int RequestId,
    int OrderId,
    Contract Contract,
    string ExecutionId,
    string Time,
    string Account,
    string Exchange,
    string Side,
    decimal Quantity,
    decimal Price,
    long PermId,
    int ClientId,
    decimal CumulativeQuantity,
    decimal AveragePrice,
    string OrderRef) : IWireMessage<ExecutionDetails>
{
    public static int MessageId => 11;

    public static ExecutionDetails Read(ref FieldReader fields)
    {
        var (request, order, contract) = (fields.Int(), fields.Int(), Contract.ReadTraded(ref fields));
        var (execution, time, account, exchange, side) = (fields.Text(), fields.Text(), fields.Text(), fields.Text(), fields.Text());
        var (quantity, price, permId, client) = (fields.Amount(), fields.Bounded(), fields.Long(), fields.Int());
        // What cannot be booked is no execution: better no session than a fill of nobody knows what.
        if (execution.Length == 0 || side is not ("BOT" or "SLD")) fields.Fail(WireFault.FieldMalformed);
        fields.Skip(); // whether it was a liquidation
        return new ExecutionDetails(
            request,
            order,
            contract,
            execution,
            time,
            account,
            exchange,
            side,
            quantity,
            price,
            permId,
            client,
            fields.Amount(),
            fields.Bounded(),
            fields.Text());
    }

    // The last four: rule and multiplier of economic value, model, kind of liquidity.
    public void Write(FrameWriter frame) => Contract.WriteAnswer(frame.Int(RequestId).Int(OrderId))
        .Text(ExecutionId).Text(Time).Text(Account).Text(Exchange).Text(Side).Decimal(Quantity).Decimal(Price).Long(PermId).Int(ClientId)
        .Zero().Decimal(CumulativeQuantity).Decimal(AveragePrice).Text(OrderRef).Empty(3).Int(2);
}
