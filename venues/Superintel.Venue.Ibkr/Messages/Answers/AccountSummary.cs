using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

public readonly record struct AccountSummary(
    int RequestId,
    string Account,
    string Tag,
    string Value,
    string Currency) : IWireMessage<AccountSummary>
{
    public static int MessageId => 63;

    public static AccountSummary Read(ref FieldReader fields)
    {
        fields.Skip();
        return new AccountSummary(fields.Int(), fields.Text(), fields.Text(), fields.Text(), fields.Text());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(RequestId).Text(Account).Text(Tag).Text(Value).Text(Currency);
}
