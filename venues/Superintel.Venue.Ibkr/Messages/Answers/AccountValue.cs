using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

public readonly record struct AccountValue(string Key, string Value, string Currency, string Account) : IWireMessage<AccountValue>
{
    public static int MessageId => 6;

    public static AccountValue Read(ref FieldReader fields)
    {
        fields.Skip();
        return new AccountValue(fields.Text(), fields.Text(), fields.Text(), fields.Text());
    }

    public void Write(FrameWriter frame) => frame.Int(2).Text(Key).Text(Value).Text(Currency).Text(Account);
}
