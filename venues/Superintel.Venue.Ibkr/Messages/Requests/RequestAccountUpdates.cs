using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

public readonly record struct RequestAccountUpdates(bool Subscribe, string Account) : IWireMessage<RequestAccountUpdates>
{
    public static int MessageId => 6;

    public static RequestAccountUpdates Read(ref FieldReader fields)
    {
        fields.Skip();
        return new RequestAccountUpdates(fields.Flag(), fields.Text());
    }

    public void Write(FrameWriter frame) => frame.Int(2).Flag(Subscribe).Text(Account);
}
