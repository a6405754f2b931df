using Superintel.Risk.Exposure;
using Superintel.Risk.Reasons;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>Long minus short within each sector that the trade touches. Instruments of unknown sector count as one sector.</summary>
public sealed class SectorStage : IStage
{
    public string Name => "sector";

    public void Examine(VerdictInput input, Findings findings)
    {
        var (book, touched) = (input.Book, new List<string>(2));
        foreach (var leg in input.Proposal.Legs)
        {
            var own = SectorExposure.Of(input.Market.Find(leg.Instrument));
            if (!touched.Contains(own)) touched.Add(own);
        }

        touched.Sort(StringComparer.Ordinal);
        foreach (var (sector, net) in touched.Zip(SectorExposure.Net(book.After, input.Market, touched)))
        {
            var share = NumberBridge.ToDouble(Math.Abs(net) / book.NetAssetValue);
            findings.Hold(
                Name,
                sector,
                share,
                input.Limits.SectorExposure,
                "fraction-of-nav",
                ReasonCode.SectorLimit,
                $"The sector {sector} would carry {share:P2} of net asset value, long minus short.");
        }
    }
}
