namespace Superintel.Contracts.Events.V1;

/// <summary>One instrument's bar. Prices in the instrument's quote currency.</summary>
/// <param name="Volume">Units traded; null when the source does not know.</param>
/// <param name="CloseOnly">The source has closes only: open, high and low repeat the close and mean nothing.</param>
public sealed record ClosedBar(string InstrumentId, decimal Open, decimal High, decimal Low, decimal Close, decimal? Volume,
    bool CloseOnly);
