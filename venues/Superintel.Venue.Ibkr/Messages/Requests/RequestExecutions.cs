using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <summary>Today's executions, of one client or of all.</summary>
/// <param name="ClientId">0: of all.</param>
public readonly record struct RequestExecutions(int RequestId, int ClientId = 0, string Account = "") : IWireMessage<RequestExecutions>
{
    public static int MessageId => 7;

    public static RequestExecutions Read(ref FieldReader fields)
    {
        fields.Skip();
        return new RequestExecutions(fields.Int(), fields.Int(), fields.Text());
    }

    // The last five filter by time, symbol, kind, exchange and side.
    public void Write(FrameWriter frame) => frame.Int(3).Int(RequestId).Int(ClientId).Text(Account).Empty(5);
}
