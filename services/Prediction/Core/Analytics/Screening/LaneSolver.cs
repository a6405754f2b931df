using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Superintel.Prediction.Analytics.Screening;

/// <summary>Lag choice and Dickey-Fuller t statistic of as many pairs as a register has lanes.</summary>
internal sealed class LaneSolver<T>
    where T : struct, ILane<T>
{
    // Below these shares the sums have lost so many digits that the one-pair version must decide.
    private const double LeastMargin = 1e-5;
    private const double LeastPivot = 1e-9;
    private const int Stride = ResidualGram<T>.Stride;

    private readonly T[] _ends = new T[SeriesLayout.Size];
    private readonly T[] _gram = new T[Stride * Stride];
    private readonly T[] _factor = new T[Stride * Stride];
    private readonly T[] _column = new T[Stride];
    private readonly T[] _penalties;
    private readonly double[] _chosen = new double[T.Count];
    private readonly int _lag;
    private readonly int _bars;

    public LaneSolver(int lag, int bars)
    {
        _lag = lag;
        _bars = bars;

        // argmin of N log(ssr) + 2 k is argmin of ssr exp(2 k / N): no logarithm per pair and lag.
        _penalties = [.. Enumerable.Range(0, lag + 1).Select(k => T.Broadcast(Math.Exp(2.0 * k / (bars - lag))))];
    }

    /// <summary>t statistic, lag and slope of y on x; a pair that needs the one-pair version has lag -1.</summary>
    public void Solve(ReadOnlySpan<T> y, ReadOnlySpan<T> x, ReadOnlySpan<T> products, out T statistic, out T chosen, out T slope)
    {
        var gram = new ResidualGram<T>(_ends, _gram, _lag);
        gram.Build(y, x, products);
        chosen = Choose(out T pivot);
        slope = gram.Slope;
        T.Store(chosen, ref _chosen[0]);
        int least = _lag;
        int greatest = 0;
        foreach (double lag in _chosen)
        {
            least = Math.Min(least, (int)lag);
            greatest = Math.Max(greatest, (int)lag);
        }

        gram.Extend(chosen, least, greatest);
        statistic = Statistic(chosen, greatest);
        T refused = T.Broadcast(-1);

        // Written so that a comparison with NaN refuses: only what is provably above the floors stays.
        T accepted = T.Select(T.Broadcast(LeastMargin), gram.Margin, chosen, refused);
        chosen = T.Select(T.Broadcast(LeastPivot), pivot, accepted, refused);
    }

    // Cholesky with the level first, eliminating to the right so that every update is independent of the others: what is left of the
    // response's own entry after each column is the residual sum of that many lags.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private T Choose(out T pivot)
    {
        int size = _lag + 2;
        _gram.CopyTo(_factor.AsSpan());
        ref T factor = ref MemoryMarshal.GetArrayDataReference(_factor);
        ref T scaled = ref MemoryMarshal.GetArrayDataReference(_column);
        ref T rest = ref Unsafe.Add(ref factor, ((size - 1) * Stride) + size - 1);
        pivot = T.Broadcast(1);
        T best = T.Broadcast(double.MaxValue);
        T chosen = T.Zero;
        T one = T.Broadcast(1);
        for (int column = 0; column < size - 1; column++)
        {
            T left = Unsafe.Add(ref factor, (column * Stride) + column);
            pivot = T.Minimum(pivot, left / _gram[(column * Stride) + column]);
            T inverse = one / T.SquareRoot(left);
            for (int row = column + 1; row < size; row++)
            {
                Unsafe.Add(ref scaled, row) = Unsafe.Add(ref factor, (row * Stride) + column) * inverse;
            }

            for (int row = column + 1; row < size; row++)
            {
                T minus = T.Zero - Unsafe.Add(ref scaled, row);
                ref T line = ref Unsafe.Add(ref factor, row * Stride);
                for (int k = column + 1; k <= row; k++)
                {
                    Unsafe.Add(ref line, k) = T.MultiplyAdd(minus, Unsafe.Add(ref scaled, k), Unsafe.Add(ref line, k));
                }
            }

            T score = rest * _penalties[column];
            chosen = T.Select(score, best, T.Broadcast(column), chosen);
            best = T.Minimum(best, score);
        }

        return chosen;
    }

    // The chosen lags first, the level last: its t is its last solved entry over sigma. A lag above a pair's own is switched off by a
    // zero reciprocal pivot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private T Statistic(T chosen, int greatest)
    {
        int response = _lag + 1;
        T one = T.Broadcast(1);
        var factor = _factor.AsSpan();
        T rest = _gram[(response * Stride) + response];
        for (int column = 1; column <= greatest; column++)
        {
            var line = factor.Slice(column * Stride, Stride);
            T left = _gram[(column * Stride) + column];
            for (int k = 1; k < column; k++)
            {
                left -= line[k] * line[k];
            }

            T inverse = T.Keep(T.Broadcast(column), chosen, one / T.SquareRoot(left));
            for (int row = column + 1; row <= greatest + 2; row++)
            {
                int index = row <= greatest ? row : row == greatest + 1 ? 0 : response;
                T sum = index == 0 ? _gram[column * Stride] : _gram[(index * Stride) + column];
                var other = factor.Slice(index * Stride, Stride);
                for (int k = 1; k < column; k++)
                {
                    sum -= other[k] * line[k];
                }

                other[column] = sum * inverse;
            }

            T explained = factor[(response * Stride) + column];
            rest -= explained * explained;
        }

        T level = _gram[0];
        T solved = _gram[response * Stride];
        for (int k = 1; k <= greatest; k++)
        {
            level -= factor[k] * factor[k];
            solved -= factor[(response * Stride) + k] * factor[k];
        }

        solved /= T.SquareRoot(level);
        rest -= solved * solved;
        T freedom = T.Broadcast(_bars - 1) - (chosen + chosen);
        return solved / T.SquareRoot(rest / freedom);
    }
}
