namespace Superintel.Ingestion.MarketData.Recorded;

/// <summary>What the other columns of a recorded file hold.</summary>
public enum RecordedLayout
{
    /// <summary>One series' closes per column.</summary>
    Closes = 1,

    /// <summary>One instrument's Open, High, Low, Close, Volume.</summary>
    Ohlcv = 2,
}
