using Superintel.Risk.Exposure;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>The book before and after an entry that the market stages let pass.</summary>
internal sealed record PricedBook(BookExposure Before, BookExposure After, decimal NetAssetValue)
{
    /// <exception cref="InvalidOperationException">The market stages did not run, or vetoed.</exception>
    public static PricedBook Of(VerdictInput input)
    {
        var (value, before) = (input.Valuation.Value, input.Before);
        var after = before?.With(input.Proposal.PairId, input.Proposal.Legs, input.Market, input.Base);
        return value is not null && before is not null && after is not null
            ? new PricedBook(before, after, value.NetAssetValue)
            : throw new InvalidOperationException("A limit was asked about a book that cannot be priced.");
    }
}
