namespace Superintel.Venue.Ibkr.Session;

/// <summary>A running stream, whatever it carries.</summary>
internal interface ISubscription
{
    int RequestId { get; }

    void Offer<TUpdate>(in TUpdate update);

    /// <summary>The book starts again from nothing.</summary>
    void Reset();

    Task Ask(CancellationToken ct);

    void End(TwsException? failure);
}
