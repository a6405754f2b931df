using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <summary>Bars of five seconds, the only size there is.</summary>
public readonly record struct RequestRealTimeBars(int RequestId, Contract Contract, string Show, bool RegularHours)
    : IWireMessage<RequestRealTimeBars>
{
    private const int BarSeconds = 5;

    public static int MessageId => 50;

    public static RequestRealTimeBars Read(ref FieldReader fields)
    {
        fields.Skip();
        var (id, contract) = (fields.Int(), Contract.ReadRequest(ref fields));
        fields.Skip();
        return new RequestRealTimeBars(id, contract, fields.Text(), fields.Flag());
    }

    public void Write(FrameWriter frame) => Contract.WriteRequest(frame.Int(3).Int(RequestId))
        .Int(BarSeconds).Text(Show).Flag(RegularHours).Empty();
}
