using Superintel.Risk.Exposure.DescribeRisk;

namespace Superintel.Risk.Service.Endpoints.Measures;

/// <summary>A position or an order in the desk's accounts that is not the desk's. It counts in every limit.</summary>
/// <param name="OrderId">Null for a position.</param>
/// <param name="Quantity">Signed, units; of an order what may still trade.</param>
/// <param name="Value">Base currency; null when the instrument was never listed and counts in no measure.</param>
public sealed record ExternalView(
    string Venue, string Account, string InstrumentId, string? OrderId, decimal Quantity, decimal? Value)
{
    public static ExternalView Of(ExternalRisk one) =>
        new(one.Venue, one.Account, one.Instrument.ToString(), one.OrderId, one.Quantity, one.Value);
}
