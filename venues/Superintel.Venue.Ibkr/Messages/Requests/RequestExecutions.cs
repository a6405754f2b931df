using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <summary>Today's executions; an empty field filters nothing.</summary>
/// <param name="ClientId">0: of all.</param>
/// <param name="Time">From then on, yyyymmdd-hh:mm:ss, UTC.</param>
/// <param name="Side">BUY or SELL.</param>
public readonly record struct RequestExecutions(
    int RequestId, int ClientId = 0, string Account = "", string Time = "", string Symbol = "", string SecurityType = "",
    string Exchange = "", string Side = "") : IWireMessage<RequestExecutions>
{
    public static int MessageId => 7;

    public static RequestExecutions Read(ref FieldReader fields)
    {
        fields.Skip();
        return new RequestExecutions(
            fields.Int(), fields.Int(), fields.Text(), fields.Text(), fields.Text(), fields.Text(), fields.Text(), fields.Text());
    }

    public void Write(FrameWriter frame) => frame.Int(3).Int(RequestId).Int(ClientId).Text(Account)
        .Text(Time).Text(Symbol).Text(SecurityType).Text(Exchange).Text(Side);
}
