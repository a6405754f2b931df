using System.Globalization;

namespace Superintel.Mt4Bridge.Terminal;

/// <summary>A question for bars, or for closed tickets. To read twice does no harm, hence no journal.</summary>
/// <param name="Symbol">Null: closed tickets of all.</param>
/// <param name="Minutes">Of a bar.</param>
/// <param name="To">Null: now.</param>
internal sealed record HistoryQuestion(long Id, string? Symbol, int Minutes, DateTimeOffset From, DateTimeOffset? To, int Limit)
{
    private readonly TaskCompletionSource<object> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsAsked { get; set; }

    /// <summary>Ends with the rows.</summary>
    public Task<object> Answer => answer.Task;

    public void Answered<T>(T[] rows)
    {
        if (Symbol is null == (typeof(T) == typeof(TerminalTicket))) answer.TrySetResult(rows);
    }

    public string Line(TimeSpan offset)
    {
        var from = Math.Max(0, (From + offset).ToUnixTimeSeconds());
        var to = To is { } end ? (end + offset).ToUnixTimeSeconds() : 0;
        return Symbol is null
            ? string.Create(CultureInfo.InvariantCulture, $"history\t{Id}\t{from}\t{to}\t{Limit}")
            : string.Create(CultureInfo.InvariantCulture, $"bars\t{Id}\t{Symbol}\t{Minutes}\t{from}\t{to}\t{Limit}");
    }
}
