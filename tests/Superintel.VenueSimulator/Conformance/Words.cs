namespace Superintel.VenueSimulator.Conformance;

/// <summary>What others said, fit to be shown to a person.</summary>
internal static class Words
{
    private const int Longest = 200;

    /// <summary>The first two hundred characters of what a server said, a question mark for each that cannot be printed.</summary>
    public static string Printable(this string said)
    {
        var shown = new string([.. said.Take(Longest).Select(one => char.IsControl(one) || char.IsSurrogate(one) ? '?' : one)]);
        return said.Length > Longest ? $"{shown}..." : shown;
    }
}
