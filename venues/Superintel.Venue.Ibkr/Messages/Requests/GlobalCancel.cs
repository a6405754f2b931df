using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <summary>Ends every working order of the login, whoever placed it.</summary>
public readonly record struct GlobalCancel : IWireMessage<GlobalCancel>
{
    public static int MessageId => 58;

    public static GlobalCancel Read(ref FieldReader fields) => default;

    public void Write(FrameWriter frame) => frame.Int(1);
}
