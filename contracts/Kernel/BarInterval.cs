namespace Superintel.Kernel;

/// <summary>Length of a bar, written <c>5m</c>, <c>1h</c>, <c>1d</c>.</summary>
public readonly record struct BarInterval
{
    public static readonly BarInterval FiveMinutes = new(TimeSpan.FromMinutes(5));
    public static readonly BarInterval ThirtyMinutes = new(TimeSpan.FromMinutes(30));
    public static readonly BarInterval Hour = new(TimeSpan.FromHours(1));
    public static readonly BarInterval Day = new(TimeSpan.FromDays(1));

    /// <exception cref="ArgumentOutOfRangeException">Not a whole, positive number of minutes up to seven days.</exception>
    public BarInterval(TimeSpan length)
    {
        if (length < TimeSpan.FromMinutes(1) || length > TimeSpan.FromDays(7) || length.Ticks % TimeSpan.TicksPerMinute != 0)
            throw new ArgumentOutOfRangeException(nameof(length), length, "A bar interval is a whole number of minutes from 1m to 7d.");
        Length = length;
    }

    public TimeSpan Length { get; }

    /// <exception cref="FormatException">Not a number followed by m, h or d.</exception>
    public static BarInterval Parse(string text) => TryParse(text, out var interval)
        ? interval
        : throw new FormatException($"'{text}' is not a bar interval; write a number and m, h or d, for example 5m, 1h, 1d.");

    public static bool TryParse(string? text, out BarInterval interval)
    {
        interval = default;
        if (text is not { Length: >= 2 and <= 6 } || !int.TryParse(text.AsSpan(0, text.Length - 1), out var count)
            || count < 1) return false;
        var minutes = text[^1] switch { 'm' => count, 'h' => count * 60L, 'd' => count * 1440L, _ => 0L };
        if (minutes is < 1 or > 7 * 1440) return false;
        interval = new BarInterval(TimeSpan.FromMinutes(minutes));
        return true;
    }

    public override string ToString() => Length.TotalMinutes switch
    {
        0 => "none",
        var m when m % 1440 == 0 => $"{m / 1440}d",
        var m when m % 60 == 0 => $"{m / 60}h",
        var m => $"{m}m",
    };
}
