using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>The answer to the probe.</summary>
public readonly record struct CurrentTime(long EpochSeconds) : IWireMessage<CurrentTime>
{
    public static int MessageId => 49;

    public static CurrentTime Read(ref FieldReader fields)
    {
        fields.Skip();
        return new CurrentTime(fields.Long());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Long(EpochSeconds);
}
