namespace Superintel.Execution.Trading;

/// <summary>
/// What is known after an order was sent. A timeout or a broken wire is <see cref="Unknown"/>, never a
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

    /// <summary>Nothing of it left, and the reason passes: a venue that is away by plan, a connection that is not there.</summary>
    /// <param name="Code">Stable, kebab-case.</param>
    public sealed record Deferred(string Code, string Text) : SubmitOutcome;

    /// <summary>Nobody knows: ask the venue before anything else.</summary>
    public sealed record Unknown(string Cause) : SubmitOutcome;
}
