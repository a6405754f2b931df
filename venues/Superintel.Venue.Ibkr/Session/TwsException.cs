namespace Superintel.Venue.Ibkr.Session;

/// <summary>A TWS that could not be asked, or that refused a request.</summary>
public sealed class TwsException : Exception
{
    public TwsException()
    {
    }

    public TwsException(string message)
        : base(message)
    {
    }

    public TwsException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <param name="code">Stable, kebab-case.</param>
    /// <param name="mayHaveLeft">Bytes of the message may have reached the venue.</param>
    public TwsException(string code, string message, bool mayHaveLeft = false, int venueCode = 0, Exception? inner = null)
        : base($"{code}: {message}", inner) => (Code, MayHaveLeft, VenueCode) = (code, mayHaveLeft, venueCode);

    public string Code { get; } = "tws-unavailable";

    public bool MayHaveLeft { get; }

    /// <summary>TWS's own number; 0: not TWS's words.</summary>
    public int VenueCode { get; }
}
