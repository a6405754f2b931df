namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <param name="Time">Seconds of the epoch within a day, yyyyMMdd for a day and above (date format 2).</param>
public readonly record struct HistoricalBar(
    string Time,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal Volume,
    decimal WeightedPrice,
    int Trades);
