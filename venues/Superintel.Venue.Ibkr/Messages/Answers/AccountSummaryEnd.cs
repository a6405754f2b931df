using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

public readonly record struct AccountSummaryEnd(int RequestId) : IWireMessage<AccountSummaryEnd>
{
    public static int MessageId => 64;

    public static AccountSummaryEnd Read(ref FieldReader fields)
    {
        fields.Skip();
        return new AccountSummaryEnd(fields.Int());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(RequestId);
}
