using Superintel.Risk.Stress;

namespace Superintel.Risk.Service.Endpoints.Stress;

/// <summary>A position in the desk's accounts that counts in no number of the answer.</summary>
/// <param name="Quantity">Signed, units.</param>
/// <param name="Code">never-listed: it has no price here. not-simulated: breakers neither see nor sell what is not the desk's.</param>
internal sealed record LeftOutView(string Venue, string Account, string InstrumentId, decimal Quantity, string Code)
{
    public static IReadOnlyList<LeftOutView> Of(IEnumerable<LeftOut> all) =>
        [.. all.Select(one => new LeftOutView(one.Venue, one.Account, one.Instrument.ToString(), one.Quantity, one.Code))];
}
