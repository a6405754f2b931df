namespace Superintel.Execution.Trading;

/// <summary>
/// What is known after an order was sent. There is no fourth: a timeout or a broken wire is <see cref="Unknown"/>, never a
/// rejection.
/// </summary>
public abstract record SubmitOutcome
{
    private SubmitOutcome()
    {
    }

    /// <summary>The venue has the order.</summary>
    public sealed record Accepted(string VenueOrderId) : SubmitOutcome;

    /// <summary>The venue refused it, with proof, or it provably never left.</summary>
    public sealed record Rejected(string Code, string Text) : SubmitOutcome;

    /// <summary>Nobody knows: ask the venue before anything else.</summary>
    public sealed record Unknown(string Cause) : SubmitOutcome;
}
