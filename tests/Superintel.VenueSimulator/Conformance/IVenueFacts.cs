namespace Superintel.VenueSimulator.Conformance;

/// <summary>What a venue says of itself. Null: the venue does not have it.</summary>
public interface IVenueFacts
{
    /// <summary>A line about the account: name, currency, what it is worth.</summary>
    Task<string?> Account(CancellationToken ct);

    /// <summary>A line about the traded instrument as the venue describes it.</summary>
    Task<string?> Contract(CancellationToken ct);

    /// <summary>Number of past daily or minute bars that the venue gave, each checked for sense.</summary>
    Task<int?> History(CancellationToken ct);

    /// <summary>The last price of the traded instrument, quote currency.</summary>
    Task<decimal> LastPrice(CancellationToken ct);

    /// <summary>Asks as much as it can, of everything that the venue limits.</summary>
    /// <returns>A line about what was asked in how many seconds, and never refused.</returns>
    /// <exception cref="CaseFailedException">The venue found it too much.</exception>
    Task<string?> Hurry(CancellationToken ct);
}
