namespace Superintel.Execution.Trading;

/// <summary>What is known after a cancel was sent. A cancel may be repeated: it is idempotent at every venue.</summary>
public abstract record CancelOutcome
{
    private CancelOutcome()
    {
    }

    /// <summary>The order is canceled.</summary>
    public sealed record Canceled : CancelOutcome;

    /// <summary>The venue works on it; the word comes by event, and fills may come first.</summary>
    public sealed record Requested : CancelOutcome;

    /// <summary>The venue will not: the order is over there, or not known.</summary>
    public sealed record Refused(string Text) : CancelOutcome;

    /// <summary>Nobody knows: ask again.</summary>
    public sealed record Unknown(string Cause) : CancelOutcome;
}
