using System.Runtime.CompilerServices;

namespace Superintel.Risk.Verdicts;

/// <summary>What is said of a number that is above its limit; not even written when it is not.</summary>
[InterpolatedStringHandler]
public ref struct VetoDetail
{
    private readonly bool wanted;
    private DefaultInterpolatedStringHandler text;

    public VetoDetail(int literalLength, int formattedCount, double value, double limit, out bool shouldAppend)
    {
        shouldAppend = wanted = !(value <= limit);
        if (wanted) text = new DefaultInterpolatedStringHandler(literalLength, formattedCount);
    }

    public void AppendLiteral(string literal) => text.AppendLiteral(literal);

    public void AppendFormatted<T>(T value) => text.AppendFormatted(value);

    public void AppendFormatted<T>(T value, string? format) => text.AppendFormatted(value, format);

    /// <summary>The text; null when the number is within its limit.</summary>
    internal string? Take() => wanted ? text.ToStringAndClear() : null;
}
