using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <param name="Smart">Levels of all exchanges, each with its exchange's name.</param>
public readonly record struct RequestMarketDepth(int RequestId, Contract Contract, int Rows, bool Smart) : IWireMessage<RequestMarketDepth>
{
    public static int MessageId => 10;

    public static RequestMarketDepth Read(ref FieldReader fields)
    {
        fields.Skip();
        return new RequestMarketDepth(fields.Int(), Contract.ReadRequest(ref fields), fields.Int(), fields.Flag());
    }

    public void Write(FrameWriter frame) => Contract.WriteRequest(frame.Int(5).Int(RequestId)).Int(Rows).Flag(Smart).Empty();
}
