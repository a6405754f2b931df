using System.Runtime.CompilerServices;

namespace Superintel.Prediction.Analytics.Screening;

/// <summary>Cross products of the Dickey-Fuller regression of a pair's residual, from sums of the two series and end
/// points alone.</summary>
/// <remarks>Index 0 is the lagged level, 1 to lag are the lagged differences, lag + 1 is the response.</remarks>
internal ref struct ResidualGram<T>
    where T : struct, ILane<T>
{
    /// <summary>Rows of storage per matrix line.</summary>
    public const int Stride = SeriesLayout.MaximumLag + 2;

    private readonly Span<T> _ends;
    private readonly int _lag;

    public ResidualGram(Span<T> ends, Span<T> gram, int lag)
    {
        _ends = ends;
        Gram = gram;
        _lag = lag;
    }

    /// <summary>Lower triangle, <see cref="Stride"/> entries per line.</summary>
    public Span<T> Gram { get; }

    /// <summary>Slope of y on x.</summary>
    public T Slope { get; private set; }

    /// <summary>The smallest share of its parts that a difference of large numbers left over; near zero means lost digits.</summary>
    public T Margin { get; private set; }

    /// <summary>Builds the matrix for y on x.</summary>
    /// <param name="y">End points and sums of the left series.</param>
    /// <param name="x">The same of the right series.</param>
    /// <param name="products">Lag products of the pair in both orders added up, then the product of levels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Build(ReadOnlySpan<T> y, ReadOnlySpan<T> x, ReadOnlySpan<T> products)
    {
        T cross = products[SeriesLayout.Products - 1];
        T slope = cross / x[SeriesLayout.Squares];
        Slope = slope;
        for (int i = 0; i < SeriesLayout.LagProducts; i++)
        {
            _ends[i] = y[i] - (slope * x[i]);
        }

        T total = y[SeriesLayout.Squares];
        T level = total - (slope * cross);
        Margin = level / total;
        Differences(y, x, products, slope);
        Levels(level);
    }

    /// <summary>Adds the rows that a pair's own lag allows beyond those of the longest.</summary>
    /// <param name="chosen">Lag per pair.</param>
    /// <param name="least">The least of them.</param>
    /// <param name="greatest">The greatest of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Extend(T chosen, int least, int greatest)
    {
        var first = _ends[SeriesLayout.FirstDifferences..];
        int response = _lag + 1;
        for (int t = least; t < _lag; t++)
        {
            T row = T.Broadcast(t);
            int reach = Math.Min(t, greatest);
            T level = T.Keep(chosen, row, _ends[t]);
            T now = T.Keep(chosen, row, first[t]);
            Gram[0] = T.MultiplyAdd(level, level, Gram[0]);
            Gram[response * Stride] = T.MultiplyAdd(level, now, Gram[response * Stride]);
            Gram[(response * Stride) + response] = T.MultiplyAdd(now, now, Gram[(response * Stride) + response]);
            for (int i = 1; i <= reach; i++)
            {
                T earlier = T.Keep(chosen, row, first[t - i]);
                Gram[i * Stride] = T.MultiplyAdd(earlier, level, Gram[i * Stride]);
                Gram[(response * Stride) + i] = T.MultiplyAdd(earlier, now, Gram[(response * Stride) + i]);
                for (int j = 1; j <= i; j++)
                {
                    Gram[(i * Stride) + j] = T.MultiplyAdd(earlier, first[t - j], Gram[(i * Stride) + j]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Differences(ReadOnlySpan<T> y, ReadOnlySpan<T> x, ReadOnlySpan<T> products, T slope)
    {
        var first = _ends[SeriesLayout.FirstDifferences..];
        var last = _ends[SeriesLayout.LastDifferences..];
        T square = slope * slope;
        int response = _lag + 1;
        for (int offset = 0; offset <= _lag; offset++)
        {
            T own = y[SeriesLayout.LagProducts + offset];
            T other = square * x[SeriesLayout.LagProducts + offset];
            T value = own - (slope * products[offset]) + other;
            if (offset == 0)
            {
                Margin = T.Minimum(Margin, value / (own + other));
            }

            Gram[(response * Stride) + (offset == 0 ? response : offset)] = value;
            for (int i = 0; i + offset < _lag; i++)
            {
                value = T.MultiplyAdd(first[_lag - 1 - i], first[_lag - 1 - i - offset], value) - (last[i] * last[i + offset]);
                Gram[((i + 1 + offset) * Stride) + i + 1] = value;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Levels(T level)
    {
        var first = _ends[SeriesLayout.FirstDifferences..];
        var last = _ends[SeriesLayout.LastDifferences..];
        T beforeEnd = _ends[SeriesLayout.LastLevels];
        T end = _ends[SeriesLayout.LastLevels + 1];
        int response = _lag + 1;
        for (int t = 0; t < _lag; t++)
        {
            level -= _ends[t] * _ends[t];
        }

        Gram[0] = level - (end * end);
        T start = _ends[_lag];
        T product = T.Broadcast(0.5) * ((end * end) - (start * start) - Gram[(response * Stride) + response]);
        Gram[response * Stride] = product;
        for (int j = 1; j <= _lag; j++)
        {
            product = T.MultiplyAdd(_ends[_lag - 1], first[_lag - j], product + Gram[(j * Stride) + 1]) - (beforeEnd * last[j - 1]);
            Gram[j * Stride] = product;
        }
    }
}
