using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

public readonly record struct RequestContractDetails(int RequestId, Contract Contract, bool IncludeExpired = false)
    : IWireMessage<RequestContractDetails>
{
    public static int MessageId => 9;

    public static RequestContractDetails Read(ref FieldReader fields)
    {
        fields.Skip();
        return new RequestContractDetails(fields.Int(), Contract.ReadRequest(ref fields), fields.Flag());
    }

    // The last three: kind of a security id, the id, an issuer's id.
    public void Write(FrameWriter frame) =>
        Contract.WriteRequest(frame.Int(8).Int(RequestId)).Flag(IncludeExpired).Empty(3);
}
