namespace Superintel.Venue.Ibkr.Wire;

/// <summary>One message to a frame and back.</summary>
public static class Codec
{
    /// <returns>The whole frame; valid until the writer is used again.</returns>
    public static ReadOnlyMemory<byte> Encode<T>(FrameWriter frame, in T message)
        where T : IWireMessage<T>
    {
        message.Write(frame.Begin(T.MessageId));
        return frame.End();
    }

    /// <param name="body">Fields including the message id, without the length.</param>
    public static WireFault Decode<T>(ReadOnlySpan<byte> body, out T? message)
        where T : IWireMessage<T>
    {
        var fields = new FieldReader(body);
        message = default;
        if (fields.Int() != T.MessageId) return fields.Fault == WireFault.None ? WireFault.UnknownMessage : fields.Fault;
        var read = T.Read(ref fields);
        if (fields.Fault == WireFault.None) message = read;
        return fields.Fault;
    }

    internal static WireFault Deliver<T, TSink>(ref FieldReader fields, TSink sink)
        where T : IWireMessage<T>
        where TSink : IMessageSink
    {
        var message = T.Read(ref fields);
        if (fields.Fault == WireFault.None) sink.On(in message);
        return fields.Fault;
    }
}
