using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>The answer to the probe.</summary>
public readonly record struct CurrentTime(long EpochSeconds) : IWireMessage<CurrentTime>
{
    private const long Latest = 7_258_118_400; // the year 2200

    public static int MessageId => 49;

    public static CurrentTime Read(ref FieldReader fields)
    {
        fields.Skip();
        var seconds = fields.Long();
        if (seconds is < 0 or >= Latest) fields.Fail(WireFault.FieldMalformed);
        return new CurrentTime(seconds);
    }

    public void Write(FrameWriter frame) => frame.Int(1).Long(EpochSeconds);
}
