namespace Superintel.VenueSimulator.Ibkr;

/// <summary>What a stream is, as a login's allowance counts it.</summary>
internal enum StreamKind
{
    /// <summary>Bars that grow; not counted.</summary>
    History = 0,

    /// <summary>Quotes and bars of five seconds: a market data line each.</summary>
    Line = 1,

    /// <summary>A level 2 book.</summary>
    Depth = 2,

    /// <summary>Tick by tick.</summary>
    Ticks = 3,
}
