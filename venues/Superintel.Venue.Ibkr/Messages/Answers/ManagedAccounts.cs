using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>Comma separated; may end with a comma.</summary>
public readonly record struct ManagedAccounts(string Accounts) : IWireMessage<ManagedAccounts>
{
    public static int MessageId => 15;

    public static ManagedAccounts Read(ref FieldReader fields)
    {
        fields.Skip();
        return new ManagedAccounts(fields.Text());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Text(Accounts);
}
