namespace Superintel.Venue.Ibkr.Wire;

/// <summary>The stable codes of <see cref="WireFault"/>.</summary>
public static class WireFaultCode
{
    public static string Code(this WireFault fault) => fault switch
    {
        WireFault.None => "ok",
        WireFault.FrameTooLong => "frame-too-long",
        WireFault.FrameEmpty => "frame-empty",
        WireFault.FrameUnterminated => "frame-unterminated",
        WireFault.FieldMissing => "field-missing",
        WireFault.FieldMalformed => "field-malformed",
        WireFault.CountOutOfBounds => "count-out-of-bounds",
        WireFault.UnknownMessage => "unknown-message",
        WireFault.Unsupported => "unsupported-form",
        WireFault.HandshakeMalformed => "handshake-malformed",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "not a fault"),
    };

    /// <summary>The stream itself is out of step: nothing after it can be read.</summary>
    public static bool EndsTheStream(this WireFault fault) =>
        fault is WireFault.FrameTooLong or WireFault.FrameEmpty or WireFault.FrameUnterminated or WireFault.HandshakeMalformed;
}
