using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>What a client may read.</summary>
public static class ServerMessages
{
    public static WireFault Dispatch<TSink>(ReadOnlySpan<byte> body, TSink sink)
        where TSink : IMessageSink
    {
        var fields = new FieldReader(body);
        var id = fields.Int();
        if (fields.Fault != WireFault.None) return fields.Fault;
        return id switch
        {
            1 => Codec.Deliver<TickPrice, TSink>(ref fields, sink),
            2 => Codec.Deliver<TickSize, TSink>(ref fields, sink),
            10 => Codec.Deliver<ContractData, TSink>(ref fields, sink),
            12 => Codec.Deliver<MarketDepth, TSink>(ref fields, sink),
            13 => Codec.Deliver<MarketDepthL2, TSink>(ref fields, sink),
            17 => Codec.Deliver<HistoricalData, TSink>(ref fields, sink),
            45 => Codec.Deliver<TickGeneric, TSink>(ref fields, sink),
            46 => Codec.Deliver<TickString, TSink>(ref fields, sink),
            50 => Codec.Deliver<RealTimeBar, TSink>(ref fields, sink),
            52 => Codec.Deliver<ContractDataEnd, TSink>(ref fields, sink),
            57 => Codec.Deliver<TickSnapshotEnd, TSink>(ref fields, sink),
            58 => Codec.Deliver<MarketDataType, TSink>(ref fields, sink),
            81 => Codec.Deliver<TickRequestParameters, TSink>(ref fields, sink),
            90 => Codec.Deliver<HistoricalUpdate, TSink>(ref fields, sink),
            _ => Trading(id, ref fields, sink),
        };
    }

    private static WireFault Trading<TSink>(int id, ref FieldReader fields, TSink sink)
        where TSink : IMessageSink => id switch
        {
            3 => Codec.Deliver<OrderStatus, TSink>(ref fields, sink),
            4 => Codec.Deliver<ErrorMessage, TSink>(ref fields, sink),
            5 => Codec.Deliver<OpenOrder, TSink>(ref fields, sink),
            6 => Codec.Deliver<AccountValue, TSink>(ref fields, sink),
            7 => Codec.Deliver<PortfolioValue, TSink>(ref fields, sink),
            8 => Codec.Deliver<AccountTime, TSink>(ref fields, sink),
            9 => Codec.Deliver<NextValidId, TSink>(ref fields, sink),
            11 => Codec.Deliver<ExecutionDetails, TSink>(ref fields, sink),
            15 => Codec.Deliver<ManagedAccounts, TSink>(ref fields, sink),
            49 => Codec.Deliver<CurrentTime, TSink>(ref fields, sink),
            53 => Codec.Deliver<OpenOrderEnd, TSink>(ref fields, sink),
            54 => Codec.Deliver<AccountDownloadEnd, TSink>(ref fields, sink),
            55 => Codec.Deliver<ExecutionDetailsEnd, TSink>(ref fields, sink),
            59 => Codec.Deliver<CommissionReport, TSink>(ref fields, sink),
            61 => Codec.Deliver<Position, TSink>(ref fields, sink),
            62 => Codec.Deliver<PositionEnd, TSink>(ref fields, sink),
            63 => Codec.Deliver<AccountSummary, TSink>(ref fields, sink),
            64 => Codec.Deliver<AccountSummaryEnd, TSink>(ref fields, sink),
            94 => Codec.Deliver<ProfitAndLoss, TSink>(ref fields, sink),
            100 => Codec.Deliver<OrderBound, TSink>(ref fields, sink),
            101 => Codec.Deliver<CompletedOrder, TSink>(ref fields, sink),
            102 => Codec.Deliver<CompletedOrdersEnd, TSink>(ref fields, sink),
            _ => WireFault.UnknownMessage,
        };
}
