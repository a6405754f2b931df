using Superintel.Venue.Ibkr.Messages.Answers;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>How many streams of a kind a login has at the same time, over all its clients; BROKERS.md section 2.4.</summary>
internal static class Allowance
{
    public const int Lines = 100;
    public const int Books = 3;

    /// <param name="running">Of this kind, now.</param>
    /// <returns>Null: there is room for one more.</returns>
    public static ErrorMessage? Refusal(int requestId, StreamKind kind, int running) => kind switch
    {
        StreamKind.Line when running >= Lines => new(requestId, 101, "Max number of tickers has been reached", ""),
        StreamKind.Depth when running >= Books => new(
            requestId, 309, $"Max number ({Books}) of market depth requests has been reached", ""),
        StreamKind.Ticks when running >= Books => new(requestId, 10190, "Max number of tick-by-tick requests has been reached", ""),
        _ => null,
    };
}
