namespace Superintel.Venue.Ibkr.Wire;

/// <summary>What is wrong with bytes from outside. Never an exception: the connection is given up, or the message is.</summary>
public enum WireFault
{
    None = 0,

    /// <summary>A length above the bound: the stream is out of step and cannot be trusted any more.</summary>
    FrameTooLong,

    /// <summary>A length of zero: as above.</summary>
    FrameEmpty,

    /// <summary>A body that does not end with NUL: as above.</summary>
    FrameUnterminated,

    /// <summary>Fewer fields than the message has.</summary>
    FieldMissing,

    /// <summary>A field that is not what its place asks for.</summary>
    FieldMalformed,

    /// <summary>A repetition count that is negative, above its bound, or more than the body could hold.</summary>
    CountOutOfBounds,

    /// <summary>A message this client does not read; its frame is skipped.</summary>
    UnknownMessage,

    /// <summary>A known message in a form this client does not read (combinations, conditions).</summary>
    Unsupported,

    /// <summary>The first bytes are not the greeting they should be.</summary>
    HandshakeMalformed,
}
