using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

public readonly record struct ContractDataEnd(int RequestId) : IWireMessage<ContractDataEnd>
{
    public static int MessageId => 52;

    public static ContractDataEnd Read(ref FieldReader fields)
    {
        fields.Skip();
        return new ContractDataEnd(fields.Int());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(RequestId);
}
