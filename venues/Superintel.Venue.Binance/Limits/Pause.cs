namespace Superintel.Venue.Binance.Limits;

/// <summary>A time in which nothing is sent.</summary>
internal readonly record struct Pause(DateTimeOffset From, TimeSpan Length)
{
    public DateTimeOffset Until => From + Length;

    /// <summary>The same pause by a clock that may have been set back since it began: it starts anew then, so that nobody waits for the
    /// length of the jump as well.</summary>
    public Pause At(DateTimeOffset now) => now < From ? this with { From = now } : this;
}
