using Superintel.Kernel;

namespace Superintel.Execution.Trading.Symbols;

/// <summary>
/// One venue's symbols and our instrument ids, both ways and exact: an instrument that has a symbol is what that symbol reads back as, and
/// no two share one. What has no counterpart is refused or told under a name of its own, never guessed.
/// </summary>
public sealed class VenueSymbols
{
    /// <summary>Of an order whose instrument has no symbol at its venue.</summary>
    public const string UnknownCode = "symbol-unknown";

    private const string Unmapped = "unmapped-";

    private readonly string listing;
    private readonly Dictionary<InstrumentId, string> symbols = [];
    private readonly SortedDictionary<string, InstrumentId> instruments = new(StringComparer.Ordinal);

    /// <param name="listing">The venue part of the ids that need no entry: BTCUSDT is BTCUSDT.<paramref name="listing"/>.</param>
    /// <param name="named">Instrument id to symbol, where they differ otherwise than by the listing.</param>
    /// <exception cref="ArgumentException">A name that is no instrument id, an empty symbol, or two names for one symbol.</exception>
    public VenueSymbols(string listing, IEnumerable<KeyValuePair<string, string>> named)
    {
        this.listing = listing;
        foreach (var (name, symbol) in named)
        {
            if (!InstrumentId.TryParse(name, out var id)) throw new ArgumentException($"Symbols: '{name}' is not an instrument id.");
            if (symbol.Length == 0) throw new ArgumentException($"Symbols: {name} has an empty symbol.");
            if (!instruments.TryAdd(symbol, id))
                throw new ArgumentException($"Symbols: {symbol} has two names, {instruments[symbol]} and {name}.");
            symbols[id] = symbol;
        }
    }

    /// <returns>Null: the instrument has none here.</returns>
    public string? SymbolOf(InstrumentId instrument)
    {
        if (symbols.TryGetValue(instrument, out var symbol)) return symbol;
        var isPlain = instrument.Venue == listing && !instruments.ContainsKey(instrument.Symbol) && !IsReserved(instrument.Symbol);
        return isPlain ? instrument.Symbol : null;
    }

    /// <returns>Always an id. A symbol that no instrument id can hold, or whose id means another symbol, has one of its own, which no order
    /// can be sent to: what the venue holds in it is seen and not mistaken for something else.</returns>
    public InstrumentId InstrumentOf(string symbol)
    {
        if (instruments.TryGetValue(symbol, out var named)) return named;
        var isPlain = InstrumentId.TryParse($"{symbol}.{listing}", out var plain) && !symbols.ContainsKey(plain);
        return isPlain && !IsReserved(symbol)
            ? plain
            : InstrumentId.Parse($"{Unmapped}{StableId.Of("venue-symbol", symbol)}.{listing}");
    }

    private static bool IsReserved(string symbol) => symbol.StartsWith(Unmapped, StringComparison.Ordinal);
}
