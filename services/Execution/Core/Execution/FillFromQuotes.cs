using Superintel.Execution.Trading.Paper;

namespace Superintel.Execution.Execution;

/// <summary>Quotes move the paper venue between the bars.</summary>
public sealed class FillFromQuotes(PaperBroker paper, ApplyBrokerEvent apply)
{
    /// <param name="quotes">Tradable ones, one of each instrument.</param>
    /// <returns>Whether anything happened.</returns>
    public async Task<bool> Handle(IReadOnlyCollection<Quote> quotes, CancellationToken ct)
    {
        await paper.Match(quotes, ct);
        var happened = false;
        await foreach (var told in paper.Events(ct))
        {
            await apply.Handle(told, ct);
            happened = true;
        }
        return happened;
    }
}
