using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Execution.Tests.Trading.Ibkr.Wire;

/// <summary>Keeps what was decoded, and can write it again.</summary>
internal sealed class Collected : IMessageSink
{
    private readonly FrameWriter writer = new();

    public List<object> Messages { get; } = [];

    public byte[]? Rewritten { get; private set; }

    public void On<T>(in T message)
        where T : IWireMessage<T>
    {
        Messages.Add(message);
        Rewritten = Codec.Encode(writer, message).ToArray();
    }
}
