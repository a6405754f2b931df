using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <param name="End">yyyyMMdd-HH:mm:ss in UTC; empty: now.</param>
/// <param name="BarSize">"5 mins", "1 day" and the like.</param>
/// <param name="Duration">"1 D", "2 W", "3600 S".</param>
/// <param name="Show">TRADES, MIDPOINT, BID, ASK, BID_ASK, ADJUSTED_LAST.</param>
/// <param name="DateFormat">2: seconds of the epoch for bars within a day; 1: text.</param>
public readonly record struct RequestHistoricalData(
    int RequestId,
    Contract Contract,
    string End,
    string BarSize,
    string Duration,
    bool RegularHours,
    string Show,
    int DateFormat = 2,
    bool KeepUpToDate = false) : IWireMessage<RequestHistoricalData>
{
    public static int MessageId => 20;

    public static RequestHistoricalData Read(ref FieldReader fields)
    {
        var (id, contract) = (fields.Int(), Contract.ReadRequest(ref fields));
        fields.Skip();
        var (end, size, duration, regular) = (fields.Text(), fields.Text(), fields.Text(), fields.Flag());
        return new RequestHistoricalData(id, contract, end, size, duration, regular, fields.Text(), fields.Int(), fields.Flag());
    }

    public void Write(FrameWriter frame) => Contract.WriteRequest(frame.Int(RequestId)).Flag(false)
        .Text(End).Text(BarSize).Text(Duration).Flag(RegularHours).Text(Show).Int(DateFormat).Flag(KeepUpToDate).Empty();
}
