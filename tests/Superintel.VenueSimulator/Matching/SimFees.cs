namespace Superintel.VenueSimulator.Matching;

/// <summary>What a fee is taken in.</summary>
public enum SimFees
{
    /// <summary>In the quote currency.</summary>
    Quote = 1,

    /// <summary>From what was received: the base of a purchase, the quote of a sale.</summary>
    Received = 2,

    /// <summary>In an asset of its own, BNB, that the account holds for it.</summary>
    Third = 3,
}
