using Superintel.Risk.Exposure;
using Superintel.Risk.Portfolio;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>The book before and after an entry that the market stages let pass.</summary>
internal sealed record PricedBook(BookExposure Before, BookExposure After, decimal NetAssetValue)
{
    /// <exception cref="InvalidOperationException">The market stages did not run, or vetoed.</exception>
    public static PricedBook Of(VerdictInput input)
    {
        var currency = input.Options.Base;
        var value = Valuation.Of(input.Portfolio, input.Market, currency).Value;
        var before = BookExposure.Of(input.Portfolio, input.Reservations, input.Market, currency);
        var after = before?.With(input.Proposal.PairId, input.Proposal.Legs, input.Market, currency);
        return value is not null && before is not null && after is not null
            ? new PricedBook(before, after, value.NetAssetValue)
            : throw new InvalidOperationException("A limit was asked about a book that cannot be priced.");
    }
}
