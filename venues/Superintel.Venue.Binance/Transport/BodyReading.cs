using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Transport;

/// <summary>A body through its parser. What cannot be read after something was sent leaves the outcome unknown.</summary>
internal static class BodyReading
{
    public static Answer<T> Read<T>(Answer<byte[]> answer, Func<byte[], Parsed<T>> parse)
        where T : class
    {
        if (!answer.IsGiven) return answer.Failure;
        var parsed = parse(answer.Value);
        return parsed.IsValid
            ? Answer<T>.Of(parsed.Value)
            : new Failure(FailureKind.OutcomeUnknown, "unreadable-answer", 0, $"The answer cannot be read: {parsed.Error}.", TimeSpan.Zero);
    }
}
