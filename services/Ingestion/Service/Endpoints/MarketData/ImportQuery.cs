using Superintel.Ingestion.MarketData.Import;
using Superintel.ServiceDefaults.Errors;

namespace Superintel.Ingestion.Service.Endpoints.MarketData;

/// <summary>How a CSV file is to be taken.</summary>
/// <param name="InstrumentId">Whose bars a file without a symbol column holds.</param>
/// <param name="Interval">Default 1d.</param>
/// <param name="AssetClass">With <paramref name="Currency"/>: list instruments that are not known yet.</param>
/// <param name="Partial">Take the good rows of a file that has bad ones. Default false: all or nothing.</param>
internal sealed record ImportQuery(
    string? InstrumentId = null, string? Interval = null, string? AssetClass = null, string? Currency = null, bool Partial = false)
{
    /// <exception cref="RefusedRequestException">A parameter is not of its kind.</exception>
    public ImportRequest Request(string contentHash)
    {
        var (assetClass, currency) = (QueryText.AssetClassOrNone(AssetClass), QueryText.CurrencyOrNone(Currency));
        if (assetClass is null != currency is null)
            throw new RefusedRequestException("asset-class-and-currency", "assetClass and currency are named together or not at all.");
        return new ImportRequest(
            contentHash, QueryText.InstrumentOrNone(InstrumentId), QueryText.Interval(Interval), assetClass, currency, Partial);
    }
}
