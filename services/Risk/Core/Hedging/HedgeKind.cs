namespace Superintel.Risk.Hedging;

/// <summary>How a tail is hedged.</summary>
public enum HedgeKind
{
    /// <summary>A position against the book in something that can be traded.</summary>
    Inverse = 1,

    /// <summary>A put on what is only observed, such as an index.</summary>
    Put = 2,
}
