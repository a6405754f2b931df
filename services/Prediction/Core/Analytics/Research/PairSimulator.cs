namespace Superintel.Prediction.Analytics.Research;

/// <summary>Trades a rule over a tape, one pass, without allocation.</summary>
/// <remarks>At every bar, in this order: orders of the bar before fill at this close; the position is marked and charged; the rule
/// decides on this close. Quantities stay as filled until the exit. An open position is closed at the last bar.</remarks>
public static class PairSimulator
{
    /// <summary>Runs the rule.</summary>
    /// <param name="tape">Prices, hedge ratios, scores.</param>
    /// <param name="rule">When to trade.</param>
    /// <param name="costs">What it costs.</param>
    /// <param name="notional">Currency put into the first leg; the second gets it times the hedge ratio.</param>
    /// <param name="barsPerYear">For the borrow fee.</param>
    /// <param name="profit">Receives the profit of each bar from <see cref="PairTape.First"/> on, or empty.</param>
    /// <param name="trades">Receives the round trips as far as they fit, or empty.</param>
    public static PairTotals Run(
        PairTape tape,
        in PairRule rule,
        in PairCosts costs,
        double notional = 10_000,
        double barsPerYear = 252,
        Span<double> profit = default,
        Span<PairTrade> trades = default)
    {
        var book = new PairBook(costs, notional, costs.BorrowBpsPerYear * 1e-4 / barsPerYear);
        var y = tape.Y.Span;
        var x = tape.X.Span;
        var scores = tape.Scores.Span;
        var slopes = tape.Slopes.Span;
        int last = y.Length - 1;
        int pending = 0;
        int wanted = 0;
        int entered = 0;
        for (int t = tape.First; t <= last; t++)
        {
            if (pending != 0)
            {
                if (wanted == 0)
                {
                    book.Close(y[t], x[t], t, trades);
                }
                else
                {
                    book.Open(wanted, y[t], x[t], slopes[t - 1], t);
                    entered = t;
                }

                pending = 0;
            }

            if (t == last && book.Direction != 0)
            {
                book.Close(y[t], x[t], t, trades);
            }

            double gained = book.Mark(y[t], x[t]);
            if (!profit.IsEmpty)
            {
                profit[t - tape.First] = gained;
            }

            bool expired = rule.MaximumHolding > 0 && t - entered >= rule.MaximumHolding;
            int next = Decide(rule, book.Direction, scores[t], expired);
            pending = next != book.Direction ? 1 : 0;
            wanted = next;
        }

        return book.Totals(last - tape.First + 1);
    }

    /// <summary>Direction that a rule wants at a score.</summary>
    public static int Decide(in PairRule rule, int direction, double score, bool expired)
    {
        if (direction == 0)
        {
            return score <= -rule.Entry && score > -rule.Stop ? 1
                : score >= rule.Entry && score < rule.Stop ? -1
                : 0;
        }

        double toward = direction * score;
        return expired || toward >= -rule.Exit || toward <= -rule.Stop ? 0 : direction;
    }
}
