namespace Superintel.Execution.Trading;

/// <summary>What a venue says of an order that it was only asked about.</summary>
public abstract record PreviewOutcome
{
    private PreviewOutcome()
    {
    }

    /// <summary>It would be taken as far as the venue can say, and costs this.</summary>
    public sealed record Told(OrderCost Cost) : PreviewOutcome;

    /// <summary>The venue would refuse it.</summary>
    /// <param name="Code">The same as of an order that is refused.</param>
    public sealed record Refused(string Code, string Text) : PreviewOutcome;

    /// <summary>The venue could not be asked, or did not answer: that says nothing about the order.</summary>
    /// <param name="Code">Stable, kebab-case.</param>
    public sealed record Unavailable(string Code, string Text) : PreviewOutcome;

    /// <summary>The venue has no such question.</summary>
    public sealed record NotOffered(string Text) : PreviewOutcome;
}
