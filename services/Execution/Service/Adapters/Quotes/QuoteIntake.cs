using Superintel.Execution.Execution;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Execution.Trading.Paper;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Quotes;

/// <summary>Holds quotes against the working paper orders: those of one read together in one transaction, and in none when nothing works
/// in their instruments.</summary>
internal sealed partial class QuoteIntake(
    ITransactions transactions, QuotedInstruments quoted, PaperWork work, SenderSignal signal, TimeProvider clock,
    ILogger<QuoteIntake> log)
{
    private bool isLate;

    public async Task Take(IReadOnlyCollection<Quote> told, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Watch(told, now);
        Quote[] wanted = [.. quoted.Hear(told, now).Where(quote => work.MayHave(quote.Instrument))];
        if (wanted.Length == 0) return;
        var happened = await transactions.RunExclusive(
            (scope, inner) => scope.GetRequiredService<FillFromQuotes>().Handle(wanted, inner), ct);
        // A fill may ask for more: the other leg, or its unwinding.
        if (happened) signal.Give();
    }

    // Said once until it is over: a clock that is off, or a way that is too slow.
    private void Watch(IReadOnlyCollection<Quote> told, DateTimeOffset now)
    {
        var (late, before) = (told.Where(quote => !quoted.IsFresh(quote, now)).MaxBy(quote => (now - quote.At).Duration()), isLate);
        isLate = late is not null;
        if (late is not null && !before) Late(log, late.Instrument.ToString(), (now - late.At).TotalSeconds);
    }

    [LoggerMessage(5231, LogLevel.Warning, "quotes come too late or too early to fill paper orders: {Instrument}'s is {Age} s old")]
    private static partial void Late(ILogger logger, string instrument, double age);
}
