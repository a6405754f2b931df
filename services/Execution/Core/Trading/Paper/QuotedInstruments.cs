using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper;

/// <summary>
/// Which instruments have quotes now: those are filled by quotes only, all others by bars. Not stored: after a restart an instrument is
/// quoted with its first quote.
/// </summary>
public sealed class QuotedInstruments
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<InstrumentId, DateTimeOffset> last = [];
    private readonly bool isOn;
    private readonly TimeSpan age;
    private readonly TimeSpan silence;

    /// <exception cref="ArgumentException">A value out of its bounds.</exception>
    public QuotedInstruments(PaperOptions options)
    {
        (isOn, age, silence) = (options.Quotes, options.QuoteAge, options.QuoteSilence);
        if (age < TimeSpan.FromMilliseconds(100) || age > TimeSpan.FromMinutes(1))
            throw new ArgumentException($"Paper:QuoteAge is {age}, outside 0.1 seconds to one minute.");
        if (silence < age || silence > TimeSpan.FromHours(1))
            throw new ArgumentException($"Paper:QuoteSilence is {silence}, outside QuoteAge to one hour.");
    }

    /// <summary>Whether it came so soon that it says what could be had now.</summary>
    public bool IsFresh(Quote quote, DateTimeOffset now) => (now - quote.At).Duration() <= age;

    /// <summary>Takes note of quotes.</summary>
    /// <returns>Those that may fill: tradable, in time, the newest of each instrument and none behind one that came before; by
    /// instrument.</returns>
    public IReadOnlyList<Quote> Hear(IEnumerable<Quote> told, DateTimeOffset now)
    {
        var newest = new SortedDictionary<InstrumentId, Quote>();
        if (!isOn) return [];
        lock (gate)
        {
            foreach (var quote in told)
            {
                if (last.TryGetValue(quote.Instrument, out var before) && quote.At < before) continue;
                // A book that is broken now is not what an order gets, and the one before it is over.
                newest.Remove(quote.Instrument);
                if (!quote.IsTradable || !IsFresh(quote, now)) continue;
                (newest[quote.Instrument], last[quote.Instrument]) = (quote, quote.At);
            }
        }
        return [.. newest.Values];
    }

    /// <summary>Whether an instrument has had a tradable quote within the silence that is allowed.</summary>
    public bool Has(InstrumentId instrument, DateTimeOffset now)
    {
        lock (gate) return last.TryGetValue(instrument, out var at) && now - at <= silence;
    }
}
