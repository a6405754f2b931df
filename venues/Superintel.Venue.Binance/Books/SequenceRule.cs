namespace Superintel.Venue.Binance.Books;

/// <summary>How a market numbers its depth changes.</summary>
public enum SequenceRule
{
    /// <summary>U of a change is u of the one before plus one.</summary>
    Spot = 1,

    /// <summary>pu of a change is u of the one before.</summary>
    UsdMargined = 2,
}
