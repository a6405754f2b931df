namespace Superintel.Prediction.Analytics.Research;

/// <summary>Resampling that keeps dependence: blocks of random length, wrapped around the end.</summary>
/// <remarks>Politis and Romano (1994), The stationary bootstrap.</remarks>
public sealed class StationaryBootstrap
{
    private readonly Random _random;
    private readonly double _restart;

    /// <summary>Starts a generator.</summary>
    /// <param name="meanBlock">Expected length of a block, at least 1.</param>
    /// <param name="seed">Seed: the same one gives the same samples.</param>
    public StationaryBootstrap(double meanBlock, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(meanBlock, 1);
        _restart = 1 / meanBlock;
        _random = new Random(seed);
    }

    /// <summary>Writes one resample.</summary>
    /// <param name="source">Observations.</param>
    /// <param name="sample">Receives the resample, of any length.</param>
    public void Draw(ReadOnlySpan<double> source, Span<double> sample)
    {
        int at = _random.Next(source.Length);
        for (int i = 0; i < sample.Length; i++)
        {
            sample[i] = source[at];
            at = _random.NextDouble() < _restart ? _random.Next(source.Length) : at + 1 == source.Length ? 0 : at + 1;
        }
    }
}
