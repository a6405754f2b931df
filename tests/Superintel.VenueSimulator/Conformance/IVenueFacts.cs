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

    /// <summary>Sells what it bought, of an account that can hold both sides, and looks at what is left.</summary>
    Task<string?> Reduces(CancellationToken ct) => Task.FromResult<string?>(null);

    /// <summary>Changes the price of a working order, where the client can.</summary>
    Task<string?> Changes(CancellationToken ct) => Task.FromResult<string?>(null);

    /// <summary>Closes a part of a position by its number, twice under one name, where the client can.</summary>
    Task<string?> ClosesOnce(CancellationToken ct) => Task.FromResult<string?>(null);

    /// <summary>An entry with two exits of which one ends the other, where the client can place them as one.</summary>
    Task<string?> Brackets(CancellationToken ct) => Task.FromResult<string?>(null);
}
