namespace Superintel.Venue.Binance.Wire;

/// <summary>Bounds on what comes from outside; beyond them it is refused with too-large or too-many.</summary>
public static class WireLimits
{
    /// <summary>Bytes of a REST body: the full exchangeInfo has about 15 MB.</summary>
    public const int Body = 32 * 1024 * 1024;

    /// <summary>Bytes of one WebSocket message.</summary>
    public const int Frame = 1024 * 1024;

    /// <summary>Levels of a side in one message: a snapshot has at most 5,000.</summary>
    public const int Levels = 5_000;

    /// <summary>Rows of a list: orders, trades, klines, balances.</summary>
    public const int Rows = 20_000;

    /// <summary>Characters of a venue's error text that are kept.</summary>
    public const int Text = 512;
}
