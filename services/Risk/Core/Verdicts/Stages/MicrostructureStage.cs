using Superintel.Kernel;
using Superintel.Risk.Limits;
using Superintel.Risk.Microstructure;
using Superintel.Risk.Reasons;
using Superintel.Risk.Sizing;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>
/// The books of both legs, before anything else. Where a venue never gave a book there is nothing to look at, and the limit require-book of
/// the asset class says whether that stops the trade; where it did, a missing or old book always does.
/// </summary>
public sealed class MicrostructureStage : IStage
{
    public const string NoBook = "no-book";

    public string Name => "microstructure";

    public void Examine(VerdictInput input, Findings findings)
    {
        if (!input.Proposal.Opens) return;
        foreach (var leg in input.Proposal.Legs)
        {
            var book = Find(input, leg.Instrument);
            if (book is null) Missing(input, leg, findings);
            else if (book.Problem() is { } why) findings.Veto(ReasonCode.BookInvalid, $"{leg.Instrument}: {why}.");
            else if (Fresh(input, book, findings)) Judge(input.Limits, leg, book, findings);
        }
    }

    private static BookSnapshot? Find(VerdictInput input, InstrumentId id)
    {
        foreach (var book in input.Books)
        {
            if (book.Instrument == id) return book;
        }

        return null;
    }

    private static void Missing(VerdictInput input, TradeLeg leg, Findings findings)
    {
        findings.Note(NoBook);
        var required = input.Market.Find(leg.Instrument) is { } instrument && input.Limits.RequiresBook(instrument.AssetClass);
        if (required) findings.Veto(ReasonCode.NoBook, $"{leg.Instrument} has no level 2 book, and its asset class needs one.");
    }

    private bool Fresh(VerdictInput input, BookSnapshot book, Findings findings)
    {
        var (age, limit) = ((input.Now - book.At).TotalSeconds, input.Limits.BookAge.TotalSeconds);
        findings.Report(Name, $"age {book.Instrument}", age, limit, "seconds");
        if (age >= 0 && age <= limit) return true;
        findings.Veto(ReasonCode.BookStale, $"The book of {book.Instrument} is of {book.At:O}, it is {input.Now:O}.", age, limit);
        return false;
    }

    private void Judge(RiskLimits limits, TradeLeg leg, BookSnapshot book, Findings findings)
    {
        var id = leg.Instrument;
        Hold("imbalance", BookMeasures.Adverse(book, leg.Side), limits.BookImbalance, ReasonCode.BookImbalance, "more rests against it");
        Hold("wall", BookMeasures.Wall(book, leg.Side), limits.BookWall, ReasonCode.BookWall, "a level stands in its way", atLimit: true);
        Hold("spread", BookMeasures.Spread(book), limits.BookSpread, ReasonCode.BookSpread, "the spread is wide");
        var share = BookMeasures.Share(book, leg.Side, leg.Quantity.Value);
        Hold("share", share, limits.BookShare, ReasonCode.BookDepth, "too little is there for its size");
        if (book.Flow.Vpin is { } vpin) Hold("vpin", vpin, limits.Vpin, ReasonCode.ToxicFlow, "the flow is one-sided");

        void Hold(string name, decimal exact, double limit, ReasonCode code, string why, bool atLimit = false)
        {
            var (value, most) = (NumberBridge.ToDouble(exact), NumberBridge.ToDecimal(limit));
            // A wall begins at its multiple; everything else may reach its limit.
            var within = atLimit ? exact < most : exact <= most;
            findings.Report(Name, $"{name} {id}", value, limit, "ratio");
            if (!within) findings.Veto(code, $"{leg.Side} {leg.Quantity} {id}: {why}.", value, limit);
        }
    }
}
