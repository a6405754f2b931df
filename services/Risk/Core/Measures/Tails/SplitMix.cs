namespace Superintel.Risk.Measures.Tails;

/// <summary>Seeded uniform numbers that need no memory of their own.</summary>
/// <remarks>SplitMix64: Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators.</remarks>
internal struct SplitMix(ulong seed)
{
    private ulong state = seed;

    /// <summary>In (0, 1), neither end.</summary>
    public double Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (((mixed ^ (mixed >> 31)) >> 12) + 0.5) * (1.0 / (1UL << 52));
    }
}
