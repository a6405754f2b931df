using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Terminal;

/// <summary>A question for bars. To read twice does no harm, hence no journal.</summary>
internal sealed record HistoryQuestion(long Id, string Symbol, int Minutes, DateTimeOffset From, int Limit)
{
    private readonly TaskCompletionSource<Mt4Bar[]> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsAsked { get; set; }

    public Task<Mt4Bar[]> Answer => answer.Task;

    public void Answered(Mt4Bar[] bars) => answer.TrySetResult(bars);
}
