using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

public readonly record struct AccountTime(string Time) : IWireMessage<AccountTime>
{
    public static int MessageId => 8;

    public static AccountTime Read(ref FieldReader fields)
    {
        fields.Skip();
        return new AccountTime(fields.Text());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Text(Time);
}
