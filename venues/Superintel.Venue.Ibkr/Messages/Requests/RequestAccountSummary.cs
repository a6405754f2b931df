using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <param name="Tags">Comma separated: NetLiquidation,TotalCashValue,BuyingPower.</param>
public readonly record struct RequestAccountSummary(int RequestId, string Group, string Tags) : IWireMessage<RequestAccountSummary>
{
    public static int MessageId => 62;

    public static RequestAccountSummary Read(ref FieldReader fields)
    {
        fields.Skip();
        return new RequestAccountSummary(fields.Int(), fields.Text(), fields.Text());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(RequestId).Text(Group).Text(Tags);
}
