namespace Superintel.Mt4Bridge.Terminal;

/// <summary>Reads one line's fields in order. After the first that makes no sense the row is bad, and says so at the end.</summary>
internal ref struct TerminalRow(string[] fields, TimeSpan offset)
{
    private const int LongestText = 128;

    // The year 2100: a time beyond it is a mistake, and would leave what a date can hold once the offset is applied.
    private const long LatestTime = 4_102_444_800;
    private int at = 1;
    private bool isBad;

    /// <summary>Whether all fields were read, made sense, and none is left over.</summary>
    public readonly bool IsGood => !isBad && at == fields.Length;

    public string Text()
    {
        var text = Next();
        if (text.Length > LongestText || text.Any(char.IsControl)) isBad = true;
        return text;
    }

    /// <summary>A text that must not be empty.</summary>
    public string Name()
    {
        var text = Text();
        if (text.Length == 0) isBad = true;
        return text;
    }

    public long Number(long least = 0, long most = long.MaxValue)
    {
        if (!TerminalLines.TryNumber(Next(), out var value) || value < least || value > most) isBad = true;
        return isBad ? least : value;
    }

    public int Small(int least = 0, int most = int.MaxValue) => (int)Number(least, most);

    public bool Flag() => Number(0, 1) == 1;

    public decimal Decimal()
    {
        if (!TerminalLines.TryDecimal(Next(), out var value)) isBad = true;
        return value;
    }

    public decimal Positive()
    {
        var value = Decimal();
        if (value <= 0m) isBad = true;
        return value;
    }

    /// <summary>0 is MetaTrader's word for none.</summary>
    public decimal? Given() => Decimal() is not 0m and var value ? value : null;

    /// <summary>Seconds of the broker's clock; 0 (1970.01.01) is MetaTrader's word for none.</summary>
    public DateTimeOffset? Time() =>
        Number(0, LatestTime) is > 0 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) - offset : null;

    public DateTimeOffset GivenTime()
    {
        if (Time() is { } time) return time;
        isBad = true;
        return DateTimeOffset.UnixEpoch;
    }

    private string Next()
    {
        if (at < fields.Length) return fields[at++];
        isBad = true;
        return "";
    }
}
