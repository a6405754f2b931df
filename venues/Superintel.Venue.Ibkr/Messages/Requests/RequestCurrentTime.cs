using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <summary>The probe: answered by a gateway that is really there.</summary>
public readonly record struct RequestCurrentTime : IWireMessage<RequestCurrentTime>
{
    public static int MessageId => 49;

    public static RequestCurrentTime Read(ref FieldReader fields) => default;

    public void Write(FrameWriter frame) => frame.Int(1);
}
