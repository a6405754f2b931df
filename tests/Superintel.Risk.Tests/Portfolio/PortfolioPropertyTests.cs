using FsCheck;
using FsCheck.Fluent;
using Superintel.Kernel;
using Superintel.Risk.Portfolio;

namespace Superintel.Risk.Tests.Portfolio;

public sealed class PortfolioPropertyTests
{
    private static readonly Money capital = new(1_000_000m, Currency.Usd);

    [FsCheck.NUnit.Property]
    public Property Portfolio_is_the_same_from_any_permutation_of_independent_fills(int seed)
    {
        // Fills of one position keep their order; positions are interleaved in any way.
        var fills = Some(seed);
        var random = new Random(seed + 1);
        var queues = fills.GroupBy(f => (f.PairId, f.Instrument)).Select(group => new Queue<Fill>(group)).ToList();
        var interleaved = new List<Fill>();
        while (queues.Count > 0)
        {
            var queue = queues[random.Next(queues.Count)];
            interleaved.Add(queue.Dequeue());
            if (queue.Count == 0) queues.Remove(queue);
        }
        return Same(PortfolioSnapshot.Rebuild(capital, fills), PortfolioSnapshot.Rebuild(capital, interleaved)).ToProperty();
    }

    [FsCheck.NUnit.Property]
    public Property Portfolio_does_not_see_a_fill_twice(int seed)
    {
        var fills = Some(seed);
        return Same(PortfolioSnapshot.Rebuild(capital, fills), PortfolioSnapshot.Rebuild(capital, [.. fills, .. fills])).ToProperty();
    }

    [FsCheck.NUnit.Property]
    public Property Cash_is_the_capital_less_all_that_was_paid(int seed)
    {
        var fills = Some(seed);
        var expected = capital.Amount - fills.Sum(f => f.SignedQuantity * f.Price.Value + f.Commission.Amount);
        return (PortfolioSnapshot.Rebuild(capital, fills).Cash["USD"].Balance == expected).ToProperty();
    }

    [FsCheck.NUnit.Property]
    public Property What_was_earned_is_what_was_realised_and_what_is_still_open(int seed)
    {
        var book = PortfolioSnapshot.Rebuild(capital, Some(seed));
        var cash = book.Cash["USD"];
        return (capital.Amount + cash.RealizedPnl - cash.Commissions == cash.Balance + book.Open.Sum(p => p.Cost)).ToProperty();
    }

    private static bool Same(PortfolioSnapshot left, PortfolioSnapshot right) =>
        left.Positions.Values.SequenceEqual(right.Positions.Values) && left.Cash.Values.SequenceEqual(right.Cash.Values);

    private static Fill[] Some(int seed)
    {
        var random = new Random(seed);
        string[] pairs = [Desk.Pair, Desk.OtherPair, "AAA.XNYS~EEE.XNYS"];
        return
        [
            .. Enumerable.Range(0, 40).Select(index =>
            {
                var pair = pairs[random.Next(pairs.Length)];
                var signed = (random.Next(2) == 0 ? -1 : 1) * (1m + random.Next(500));
                var (instrument, price) = (pair.Split('~')[random.Next(2)], random.Next(1, 20_000) / 100m);
                return Fills.Make(index, instrument, signed, price, pair, "USD", random.Next(500) / 100m);
            }),
        ];
    }
}
