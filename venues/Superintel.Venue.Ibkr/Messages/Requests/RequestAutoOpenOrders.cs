using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <summary>Binds orders placed by hand to client 0.</summary>
public readonly record struct RequestAutoOpenOrders(bool Bind) : IWireMessage<RequestAutoOpenOrders>
{
    public static int MessageId => 15;

    public static RequestAutoOpenOrders Read(ref FieldReader fields)
    {
        fields.Skip();
        return new RequestAutoOpenOrders(fields.Flag());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Flag(Bind);
}
