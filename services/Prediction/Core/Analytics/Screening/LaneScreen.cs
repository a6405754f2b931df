using System.Runtime.InteropServices;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Analytics.Screening;

/// <summary>The screen with pairs packed into lanes: one left series against a register of right ones.</summary>
internal sealed class LaneScreen<T>
    where T : struct, ILane<T>
{
    // Left series whose weights share the second-level cache with one block of right series.
    private const int Tile = 4;

    // Only the widest registers are numerous enough (32) for the sums of two blocks.
    private static readonly int Together = T.Count == 8 ? 2 : 1;

    private readonly IReadOnlyList<double[]> _series;
    private readonly PairScreenOptions _options;
    private readonly PairStatistic[] _results;
    private readonly ScreenedSeries[] _prepared;
    private readonly SeriesBlock[] _blocks;
    private readonly int _bars;
    private int _done;

    public LaneScreen(IReadOnlyList<double[]> series, PairScreenOptions options, PairStatistic[] results)
    {
        _series = series;
        _options = options;
        _results = results;
        _prepared = [.. series.Select(s => ScreenedSeries.Of(s, options.MaximumLag))];
        _blocks = SeriesBlock.Pack(_prepared, T.Count, Together);
        _bars = series[0].Length - 1;
    }

    public void Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        int tiles = (_series.Count + Tile - 1) / Tile;
        if (_options.Workers == 1)
        {
            var worker = new Worker(this);
            for (int tile = 0; tile < tiles; tile++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                worker.Run(tile * Tile, progress);
            }

            return;
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Workers, CancellationToken = cancellationToken };
        Parallel.For(0, tiles, parallel, () => new Worker(this), (tile, _, worker) => worker.Run(tile * Tile, progress), _ => { });
    }

    private void Record(int first, int second, double statistic, double lag, double slope)
    {
        int low = Math.Min(first, second);
        int at = PairScreen.IndexOf(low, Math.Max(first, second), _series.Count);
        int index = first == low ? at : (_results.Length / 2) + at;
        if (lag >= 0 && double.IsFinite(statistic))
        {
            double p = MacKinnon.PValue(statistic, DeterministicTrend.Constant, 2);
            _results[index] = new PairStatistic(first, second, statistic, p, (int)lag, slope, null);
        }
        else
        {
            _results[index] = PairScreen.One(_series, first, second, _options.MaximumLag);
        }
    }

    private sealed class Worker
    {
        private readonly LaneScreen<T> _screen;
        private readonly LaneSolver<T> _solver;
        private readonly double[] _weights;
        private readonly T[] _left = new T[SeriesLayout.Size];
        private readonly T[] _products = new T[2 * SeriesLayout.Products];
        private readonly double[] _lanes = new double[3 * T.Count];

        public Worker(LaneScreen<T> screen)
        {
            _screen = screen;
            _solver = new LaneSolver<T>(screen._options.MaximumLag, screen._bars);
            _weights = new double[Tile * screen._bars * SeriesLayout.Products];
        }

        public Worker Run(int from, IProgress<int>? progress)
        {
            int to = Math.Min(from + Tile, _screen._series.Count);
            int stride = _screen._bars * SeriesLayout.Products;
            for (int first = from; first < to; first++)
            {
                var weights = _weights.AsSpan((first - from) * stride, stride);
                _screen._prepared[first].FillWeights(weights, _screen._options.MaximumLag);
            }

            for (int block = from / (T.Count * Together) * Together; block < _screen._blocks.Length; block += Together)
            {
                for (int first = from; first < to; first++)
                {
                    Pairs(first, block, _weights.AsSpan((first - from) * stride, stride));
                }
            }

            int pairs = 0;
            for (int first = from; first < to; first++)
            {
                pairs += _screen._series.Count - 1 - first;
            }

            int done = Interlocked.Add(ref _screen._done, pairs);
            progress?.Report(done);
            return this;
        }

        private void Pairs(int first, int block, ReadOnlySpan<double> weights)
        {
            if ((block + Together) * T.Count <= first + 1)
            {
                return;
            }

            var sums = MemoryMarshal.Cast<T, double>(_products.AsSpan());
            double[] differences = _screen._blocks[block].Differences;
            if (Together == 2)
            {
                CrossProducts.AccumulateTwo<T>(differences, _screen._blocks[block + 1].Differences, weights, _screen._bars, sums);
            }
            else
            {
                CrossProducts.Accumulate<T>(differences, weights, _screen._bars, sums);
            }

            double[] ends = _screen._prepared[first].Ends;
            for (int i = 0; i < ends.Length; i++)
            {
                _left[i] = T.Broadcast(ends[i]);
            }

            for (int i = 0; i < Together; i++)
            {
                Block(first, block + i, _products.AsSpan(i * SeriesLayout.Products, SeriesLayout.Products));
            }
        }

        private void Block(int first, int block, ReadOnlySpan<T> products)
        {
            int begin = block * T.Count;
            int end = Math.Min(begin + T.Count, _screen._series.Count);
            if (end <= first + 1)
            {
                return;
            }

            var right = MemoryMarshal.Cast<double, T>(_screen._blocks[block].Ends.AsSpan());
            Solve(_left, right, products, first, begin, end, forward: true);
            if (_screen._options.BothDirections)
            {
                Solve(right, _left, products, first, begin, end, forward: false);
            }
        }

        private void Solve(
            ReadOnlySpan<T> y, ReadOnlySpan<T> x, ReadOnlySpan<T> products, int first, int begin, int end, bool forward)
        {
            _solver.Solve(y, x, products, out T statistic, out T lag, out T slope);
            T.Store(statistic, ref _lanes[0]);
            T.Store(lag, ref _lanes[T.Count]);
            T.Store(slope, ref _lanes[2 * T.Count]);
            for (int second = Math.Max(begin, first + 1); second < end; second++)
            {
                int lane = second - begin;
                _screen.Record(
                    forward ? first : second,
                    forward ? second : first,
                    _lanes[lane],
                    _lanes[T.Count + lane],
                    _lanes[(2 * T.Count) + lane]);
            }
        }
    }
}
