using System.Globalization;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>
/// Instrument ids to TWS contracts and back. A share by its symbol and listing (BRK.B.XNYS is IB's "BRK B"), a future by IB's local
/// symbol (ESZ6.XCME), an option by its OCC name without blanks (AAPL261218C00250000.XCBO), a currency pair as EUR/USD.IDEALPRO.
/// </summary>
internal static class IbkrSymbols
{
    private const int OccTail = 15;
    private const string OptionListing = "XCBO";

    /// <exception cref="FormatException">An option's or a pair's name that cannot be read.</exception>
    public static Contract Describe(InstrumentId instrument, AssetClass assetClass, string currency) => assetClass switch
    {
        AssetClass.Equity => Contract.Stock(instrument.Symbol.Replace('.', ' '), currency, IbkrExchanges.ToIb(instrument.Venue)),
        AssetClass.Future => new Contract
        {
            SecurityType = "FUT",
            LocalSymbol = instrument.Symbol,
            Exchange = IbkrExchanges.ToIb(instrument.Venue),
            Currency = currency,
        },
        AssetClass.Option => Option(instrument.Symbol, currency),
        AssetClass.Fx => Pair(instrument),
        _ => throw new FormatException($"{instrument} is {assetClass}, which this venue does not trade."),
    };

    /// <param name="primaryExchange">The listing; an answer's own exchange is where it was routed.</param>
    public static InstrumentId Name(Contract contract, string primaryExchange)
    {
        // An option trades everywhere; its id has one listing, whoever answers.
        var venue = contract.SecurityType == "OPT" ? OptionListing
            : IbkrExchanges.ToMic(primaryExchange.Length > 0 ? primaryExchange : contract.Exchange);
        var symbol = contract.SecurityType switch
        {
            "CASH" => $"{contract.Symbol}/{contract.Currency}",
            "FUT" when contract.LocalSymbol.Length > 0 => contract.LocalSymbol,
            "OPT" => $"{contract.Symbol.Replace(' ', '.')}{Tail(contract.LastTradeDate)}"
                + $"{contract.Right[..Math.Min(1, contract.Right.Length)]}{(long)(contract.Strike * 1000m):D8}",
            _ => contract.Symbol.Replace(' ', '.'),
        };
        return InstrumentId.TryParse($"{symbol}.{venue}", out var known) ? known : InstrumentId.Parse($"con-{contract.ConId}.IBKR");
    }

    // TWS adds the time of the last trade to some dates.
    private static string Tail(string lastTradeDate)
    {
        var day = lastTradeDate.Split(' ', 2)[0];
        return day[^Math.Min(6, day.Length)..];
    }

    private static Contract Option(string name, string currency)
    {
        if (name.Length <= OccTail || !long.TryParse(name.AsSpan(name.Length - 8), NumberStyles.None, null, out var strike)
            || name[^9] is not ('C' or 'P')) throw new FormatException($"'{name}' is not an OCC option name without blanks.");
        return new Contract
        {
            Symbol = name[..^OccTail].Replace('.', ' '),
            SecurityType = "OPT",
            LastTradeDate = $"20{name.AsSpan(name.Length - OccTail, 6)}",
            Right = name[^9].ToString(),
            Strike = strike / 1000m,
            Multiplier = "100",
            Exchange = "SMART",
            Currency = currency,
        };
    }

    private static Contract Pair(InstrumentId instrument) => instrument.Symbol.Split('/') is [var bought, var paid]
        ? new Contract { Symbol = bought, SecurityType = "CASH", Exchange = instrument.Venue, Currency = paid }
        : throw new FormatException($"'{instrument}' is not a pair: write EUR/USD.IDEALPRO.");
}
