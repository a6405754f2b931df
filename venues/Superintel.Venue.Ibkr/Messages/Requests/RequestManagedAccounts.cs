using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

public readonly record struct RequestManagedAccounts : IWireMessage<RequestManagedAccounts>
{
    public static int MessageId => 17;

    public static RequestManagedAccounts Read(ref FieldReader fields) => default;

    public void Write(FrameWriter frame) => frame.Int(1);
}
