using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <summary>What a server may read.</summary>
public static class ClientMessages
{
    public static WireFault Dispatch<TSink>(ReadOnlySpan<byte> body, TSink sink)
        where TSink : IMessageSink
    {
        var fields = new FieldReader(body);
        var id = fields.Int();
        if (fields.Fault != WireFault.None) return fields.Fault;
        return id switch
        {
            3 => Codec.Deliver<PlaceOrder, TSink>(ref fields, sink),
            4 => Codec.Deliver<CancelOrder, TSink>(ref fields, sink),
            5 => Codec.Deliver<RequestOpenOrders, TSink>(ref fields, sink),
            6 => Codec.Deliver<RequestAccountUpdates, TSink>(ref fields, sink),
            7 => Codec.Deliver<RequestExecutions, TSink>(ref fields, sink),
            8 => Codec.Deliver<RequestIds, TSink>(ref fields, sink),
            15 => Codec.Deliver<RequestAutoOpenOrders, TSink>(ref fields, sink),
            16 => Codec.Deliver<RequestAllOpenOrders, TSink>(ref fields, sink),
            17 => Codec.Deliver<RequestManagedAccounts, TSink>(ref fields, sink),
            49 => Codec.Deliver<RequestCurrentTime, TSink>(ref fields, sink),
            58 => Codec.Deliver<GlobalCancel, TSink>(ref fields, sink),
            61 => Codec.Deliver<RequestPositions, TSink>(ref fields, sink),
            62 => Codec.Deliver<RequestAccountSummary, TSink>(ref fields, sink),
            63 => Codec.Deliver<CancelAccountSummary, TSink>(ref fields, sink),
            64 => Codec.Deliver<CancelPositions, TSink>(ref fields, sink),
            71 => Codec.Deliver<StartApi, TSink>(ref fields, sink),
            99 => Codec.Deliver<RequestCompletedOrders, TSink>(ref fields, sink),
            _ => MarketData(id, ref fields, sink),
        };
    }

    private static WireFault MarketData<TSink>(int id, ref FieldReader fields, TSink sink)
        where TSink : IMessageSink => id switch
        {
            1 => Codec.Deliver<RequestMarketData, TSink>(ref fields, sink),
            2 => Codec.Deliver<CancelMarketData, TSink>(ref fields, sink),
            9 => Codec.Deliver<RequestContractDetails, TSink>(ref fields, sink),
            10 => Codec.Deliver<RequestMarketDepth, TSink>(ref fields, sink),
            11 => Codec.Deliver<CancelMarketDepth, TSink>(ref fields, sink),
            20 => Codec.Deliver<RequestHistoricalData, TSink>(ref fields, sink),
            25 => Codec.Deliver<CancelHistoricalData, TSink>(ref fields, sink),
            50 => Codec.Deliver<RequestRealTimeBars, TSink>(ref fields, sink),
            51 => Codec.Deliver<CancelRealTimeBars, TSink>(ref fields, sink),
            59 => Codec.Deliver<RequestMarketDataType, TSink>(ref fields, sink),
            _ => WireFault.UnknownMessage,
        };
}
