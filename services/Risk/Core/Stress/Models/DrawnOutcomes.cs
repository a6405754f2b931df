using Superintel.Risk.Sizing;
using Superintel.Risk.Stress.RunStress;

namespace Superintel.Risk.Stress.Models;

/// <summary>Simple returns of a book's instruments over a scenario, many times.</summary>
internal sealed class DrawnOutcomes
{
    private readonly HeldBook book;
    private readonly double[] returns;
    private readonly double[] weights;
    private readonly double[] costs;
    private readonly int count;

    private DrawnOutcomes(HeldBook book, double exitCost, int count)
    {
        (this.book, this.count) = (book, count);
        returns = new double[count * book.Holdings.Length];
        weights = [.. book.Holdings.Select(one => NumberBridge.ToDouble(one.Value / book.NetAssetValue))];
        costs = [.. book.Holdings.Select(one => exitCost * NumberBridge.ToDouble(one.Gross / book.NetAssetValue))];
    }

    public static DrawnOutcomes Draw(HeldBook book, ModelScenario scenario, int seed, int count, CancellationToken ct)
    {
        var (outcomes, draws) = (new DrawnOutcomes(book, scenario.ExitCost, count), new NormalDraws(seed));
        var days = DrawnDays.Draw(book, scenario, scenario.JumpsAtOnce ? 1 : scenario.Jumps?.PerDay ?? 0, draws);
        var size = book.Holdings.Length;
        for (var outcome = 0; outcome < count; outcome++)
        {
            if (outcome % 256 == 0) ct.ThrowIfCancellationRequested();
            var own = outcomes.returns.AsSpan(outcome * size, size);
            own.Fill(1);
            var day = days.Any(draws);
            for (var step = 0; step < scenario.Days; step++)
            {
                if (step > 0) day = days.After(day, draws);
                var growth = days.Growth(day);
                for (var i = 0; i < size; i++) own[i] *= growth[i];
            }

            for (var i = 0; i < size; i++) own[i] -= 1;
        }

        return outcomes;
    }

    /// <summary>What the book makes of each outcome, times a multiple, as a fraction of net asset value.</summary>
    public double[] Results(double multiple)
    {
        var results = new double[count];
        var (size, cost) = (weights.Length, costs.Sum() * multiple);
        for (var outcome = 0; outcome < count; outcome++)
        {
            var own = returns.AsSpan(outcome * size, size);
            var sum = -cost;
            for (var i = 0; i < size; i++) sum += weights[i] * Math.Max(-1, multiple * own[i]);
            results[outcome] = sum;
        }

        return results;
    }

    /// <summary>What each instrument adds to the mean of the worst hundredth.</summary>
    public IEnumerable<StressLoss> Positions(double[] results, double multiple)
    {
        var (order, size) = (Enumerable.Range(0, count).ToArray(), weights.Length);
        Array.Sort([.. results], order);
        var tail = count / 100;
        for (var i = 0; i < size; i++)
        {
            var loss = costs[i] * multiple;
            for (var k = 0; k < tail; k++) loss -= weights[i] * Math.Max(-1, multiple * returns[(order[k] * size) + i]) / tail;
            var holding = book.Holdings[i];
            yield return StressLoss.Of(holding, NumberBridge.ToDecimal(loss) * book.NetAssetValue);
        }
    }
}
