using Superintel.Ingestion.ReferenceData;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>A contract and the instrument that it is.</summary>
internal sealed record IbkrListing(Instrument Instrument, Contract Contract)
{
    /// <summary>What its bars are made of: trades, or quotes where IB tells no trades.</summary>
    public string Show => Contract.SecurityType switch { "CASH" => "MIDPOINT", "CRYPTO" => "AGGTRADES", _ => "TRADES" };

    /// <exception cref="InvalidOperationException">TWS's answer is not one contract, or one of no class that is known here.</exception>
    public static IbkrListing Of(InstrumentId id, Contract asked, IReadOnlyList<ContractData> found)
    {
        if (found is not [var only])
            throw new InvalidOperationException($"IBKR has {found.Count} contracts for {id}: Ibkr:Instruments must single out one.");
        var contract = only.Contract with { Exchange = asked.Exchange };
        var instrument = new Instrument(
            id,
            only.LongName.Length > 0 ? only.LongName : contract.LocalSymbol,
            ClassOf(contract.SecurityType) ?? throw new InvalidOperationException($"{id} is a {contract.SecurityType}, no known class."),
            new Currency(contract.Currency),
            Step(only.SizeIncrement, Step(only.MinimumSize, 1m)) * contract.Units,
            Step(only.MinimumTick, 0.01m),
            // A price that is not in the currency, or a size that is not known: to look at, not to trade.
            Tradable: contract.SecurityType != "IND" && contract.HasUnits && only.PriceMagnifier == 1,
            only.Industry);
        return new IbkrListing(instrument, contract);
    }

    private static AssetClass? ClassOf(string securityType) => securityType switch
    {
        "STK" => AssetClass.Equity,
        "OPT" or "FOP" => AssetClass.Option,
        "FUT" or "CONTFUT" => AssetClass.Future,
        "CASH" => AssetClass.Fx,
        "CRYPTO" => AssetClass.Crypto,
        "IND" => AssetClass.Index,
        _ => null,
    };

    private static decimal Step(decimal told, decimal otherwise) => told > 0m && told < 1_000_000_000m ? told : otherwise;
}
