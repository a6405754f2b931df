using FsCheck;
using FsCheck.Fluent;
using Superintel.Kernel;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.Accruals;

namespace Superintel.Risk.Tests.Portfolio;

public sealed class CarryPropertyTests
{
    private const decimal Price = 50m;
    private static readonly Money capital = new(1_000_000m, Currency.Usd);
    private static readonly CarryRates rates = new(0.04m, -0.015m);

    [FsCheck.NUnit.Property]
    public Property Carry_is_that_of_the_time_held_in_whatever_order_slices_and_fills_arrive(int seed)
    {
        var random = new Random(seed);
        var (fills, slices) = (Some(random), Enumerable.Range(1, 12).Select(i => Fills.At(i * 10)).ToArray());
        var (cash, _) = Live(fills, slices, Mixed(random, fills.Length, slices.Length));
        var (borrow, funding) = Integral(fills, slices[^1]);
        return (Math.Abs(cash.Borrow - borrow) < 1e-8m && Math.Abs(cash.Funding - funding) < 1e-8m
            && cash.Balance == capital.Amount - fills.Sum(f => f.SignedQuantity * Price) - cash.Borrow - cash.Funding).ToProperty();
    }

    [FsCheck.NUnit.Property]
    public Property Portfolio_is_the_same_from_any_permutation_of_its_accruals(int seed)
    {
        var random = new Random(seed);
        var (fills, slices) = (Some(random), Enumerable.Range(1, 12).Select(i => Fills.At(i * 10)).ToArray());
        var (live, accruals) = Live(fills, slices, Mixed(random, fills.Length, slices.Length));
        var shuffled = accruals.ToArray();
        random.Shuffle(shuffled);
        var (left, right) = (PortfolioSnapshot.Rebuild(capital, fills, accruals), PortfolioSnapshot.Rebuild(capital, fills, shuffled));
        return (left.Cash["USD"] == live && right.Cash["USD"] == live
            && left.Positions.Values.SequenceEqual(right.Positions.Values)).ToProperty();
    }

    // True: the next fill; false: the next slice. Each kind comes in its own order.
    private static bool[] Mixed(Random random, int fills, int slices)
    {
        var order = Enumerable.Repeat(true, fills).Concat(Enumerable.Repeat(false, slices)).ToArray();
        random.Shuffle(order);
        return order;
    }

    private static (CashAccount Cash, List<Accrual> Accruals) Live(Fill[] fills, DateTimeOffset[] slices, bool[] order)
    {
        var (book, accruals, fill, slice) = (PortfolioSnapshot.Opening(capital), new List<Accrual>(), 0, 0);
        foreach (var isFill in order)
        {
            var owed = new List<Accrual>();
            if (isFill)
            {
                var one = fills[fill++];
                var key = new PositionKey(one.PairId, one.Instrument);
                var before = book.Positions.GetValueOrDefault(key) ?? Position.Flat(key, Currency.Usd, one.At);
                book = book.Apply(one);
                owed.AddRange(Carry.AtFill(before, book.Positions[key], rates, one, one.Key.ExecutionId));
            }
            else
            {
                var at = slices[slice++];
                foreach (var held in book.Open) owed.AddRange(Carry.AtSlice(held, rates, Price, at, $"{at:O}"));
            }

            book = owed.Aggregate(book, (sum, one) => sum.Charge(one));
            accruals.AddRange(owed);
        }

        // Everything is in: one more look at the last slice charges what a late fill opened.
        foreach (var owed in book.Open.SelectMany(held => Carry.AtSlice(held, rates, Price, slices[^1], "last")).ToArray())
        {
            book = book.Charge(owed);
            accruals.Add(owed);
        }

        return (book.Cash["USD"], accruals);
    }

    private static (decimal Borrow, decimal Funding) Integral(Fill[] fills, DateTimeOffset end)
    {
        var (borrow, funding) = (0m, 0m);
        foreach (var position in fills.GroupBy(fill => (fill.PairId, fill.Instrument)))
        {
            var held = 0m;
            foreach (var (one, next) in position.Zip(position.Skip(1).Select(fill => fill.At).Append(end)))
            {
                held += one.SignedQuantity;
                var years = (next - one.At).Ticks / (365m * TimeSpan.TicksPerDay);
                borrow += Math.Max(0m, -held) * Price * rates.Borrow * years;
                funding += held * Price * rates.Funding * years;
            }
        }

        return (borrow, funding);
    }

    private static Fill[] Some(Random random) =>
    [
        .. Enumerable.Range(0, 30).Select(index =>
        {
            var pair = random.Next(2) == 0 ? Desk.Pair : Desk.OtherPair;
            var signed = (random.Next(2) == 0 ? -1 : 1) * (1m + random.Next(500));
            return Fills.Make(index * 4, pair.Split('~')[random.Next(2)], signed, Price, pair);
        }),
    ];
}
