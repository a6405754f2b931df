using Superintel.Venue.Ibkr.Messages.Requests;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>
/// What a login may ask of history in bars of 30 seconds and less: nothing the same within 15 seconds, not six times of one contract,
/// exchange and kind of data within two, not more than 60 times in ten minutes, where BID_ASK counts twice. BROKERS.md section 2.4.
/// </summary>
internal sealed class HistoryRate(TimeProvider clock)
{
    public const string Violation = "Historical Market Data Service error message:Historical data request pacing violation";
    private const int MostWeight = 60;
    private const int TooManyOfOne = 6;
    private static readonly TimeSpan Same = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan OfOne = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Whole = TimeSpan.FromMinutes(10);
    private readonly List<(DateTimeOffset At, string One, string All, int Weight)> taken = [];

    /// <returns>Whether it is answered; what is refused does not count.</returns>
    public bool Takes(int conId, RequestHistoricalData asked)
    {
        if (!IsSmall(asked.BarSize)) return true;
        var now = clock.GetUtcNow();
        taken.RemoveAll(past => now - past.At >= Whole);
        var one = $"{conId} {asked.Contract.Exchange} {asked.Show}";
        var all = $"{one} {asked.End} {asked.BarSize} {asked.Duration} {asked.RegularHours}";
        var weight = asked.Show == "BID_ASK" ? 2 : 1;
        if (taken.Any(past => past.All == all && now - past.At < Same)
            || taken.Count(past => past.One == one && now - past.At < OfOne) + 1 >= TooManyOfOne
            || taken.Sum(past => past.Weight) + weight > MostWeight) return false;
        taken.Add((now, one, all, weight));
        return true;
    }

    // "1 secs" to "30 secs": every size that is told in seconds.
    private static bool IsSmall(string barSize) => barSize.EndsWith(" secs", StringComparison.Ordinal) || barSize == "1 sec";
}
