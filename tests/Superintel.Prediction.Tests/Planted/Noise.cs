namespace Superintel.Prediction.Tests.Planted;

/// <summary>Seeded standard normal draws (Box and Muller, 1958).</summary>
internal sealed class Noise(int seed)
{
    private readonly Random random = new(seed);

    public double Next() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
