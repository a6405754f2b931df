using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

public readonly record struct RequestMarketData(int RequestId, Contract Contract, string GenericTicks = "", bool Snapshot = false)
    : IWireMessage<RequestMarketData>
{
    public static int MessageId => 1;

    public static RequestMarketData Read(ref FieldReader fields)
    {
        fields.Skip();
        var (id, contract) = (fields.Int(), Contract.ReadRequest(ref fields));
        if (fields.Flag() || contract.SecurityType == "BAG") fields.Fail(WireFault.Unsupported);
        return new RequestMarketData(id, contract, fields.Text(), fields.Flag());
    }

    public void Write(FrameWriter frame) => Contract.WriteRequest(frame.Int(11).Int(RequestId))
        .Flag(false).Text(GenericTicks).Flag(Snapshot).Flag(false).Empty();
}
