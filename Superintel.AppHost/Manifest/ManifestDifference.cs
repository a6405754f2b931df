namespace Superintel.AppHost.Manifest;

/// <summary>Where two texts first differ, in words.</summary>
public static class ManifestDifference
{
    /// <returns>Null where they are equal, line by line.</returns>
    public static string? Between(string committed, string expected)
    {
        var (left, right) = (Lines(committed), Lines(expected));
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var (was, should) = (i < left.Length ? left[i] : null, i < right.Length ? right[i] : null);
            if (was != should)
            {
                return $"line {i + 1} is {Show(was)} and should be {Show(should)}";
            }
        }

        return null;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static string Show(string? line) => line is null ? "missing" : $"'{line.Trim()}'";
}
