using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

public readonly record struct AccountDownloadEnd(string Account) : IWireMessage<AccountDownloadEnd>
{
    public static int MessageId => 54;

    public static AccountDownloadEnd Read(ref FieldReader fields)
    {
        fields.Skip();
        return new AccountDownloadEnd(fields.Text());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Text(Account);
}
