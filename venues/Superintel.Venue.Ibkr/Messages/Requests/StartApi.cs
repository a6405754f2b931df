using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <summary>Names the client after the greeting.</summary>
public readonly record struct StartApi(int ClientId, string Capabilities = "") : IWireMessage<StartApi>
{
    public static int MessageId => 71;

    public static StartApi Read(ref FieldReader fields)
    {
        fields.Skip();
        return new StartApi(fields.Int(), fields.Text());
    }

    public void Write(FrameWriter frame) => frame.Int(2).Int(ClientId).Text(Capabilities);
}
