namespace Superintel.Execution.Trading;

/// <summary>The venue's answer when asked for one order.</summary>
public abstract record QueryOutcome
{
    private QueryOutcome()
    {
    }

    public sealed record Found(BrokerOrder Order) : QueryOutcome;

    /// <summary>
    /// Proof that the venue never had it. A single "not found" of a venue that forgets or lags is no proof: its adapter knows.
    /// </summary>
    public sealed record NotPlaced(string Evidence) : QueryOutcome;

    /// <summary>The venue could not be asked, or its answer proves nothing yet.</summary>
    public sealed record Unavailable(string Cause) : QueryOutcome
    {
        /// <summary>It never will: it has let go of the order. Only a person can say what became of it.</summary>
        public bool IsLost { get; init; }

        /// <summary>It could not be asked: the next question would fare no better.</summary>
        public bool IsSilence { get; init; }
    }

    /// <summary>The venue shows no more of it than that it ended and that nothing of it traded.</summary>
    public sealed record Over(string Evidence) : QueryOutcome;

    /// <summary>The question is on its way; who asks again later has the answer.</summary>
    public sealed record Asked : QueryOutcome;
}
