using System.Collections.Concurrent;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading.Asking;

/// <summary>
/// The sender's questions. It never waits for an answer: what it wants to know is asked beside it, by venue, and taken in at the look after
/// the answer came. An order whose venue says nothing is asked for less and less often; the first answer of a venue that was silent makes
/// all of them due at once.
/// </summary>
internal sealed partial class StandingQuestions(
    IEnumerable<LiveVenue> live, SenderSignal signal, TimeProvider clock, ILogger<StandingQuestions> log) : IVenueAnswers, IAsyncDisposable
{
    private const int AtOnce = 8;

    // What is older may be overtaken; and who has not asked for so long does not want to know any more.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, IBroker> wires = live.ToDictionary(
        venue => venue.Name, venue => venue.Broker, StringComparer.Ordinal);
    private readonly long begun = clock.GetTimestamp();
    private readonly Lock gate = new();
    private readonly Dictionary<ClientOrderId, StandingQuestion> questions = [];
    private readonly Dictionary<string, VenueEar> ears = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, byte> asking = new();
    private readonly CancellationTokenSource stop = new();

    public QueryOutcome Query(string venue, OrderReference order)
    {
        var now = clock.GetElapsedTime(begun);
        lock (gate)
        {
            var known = questions.GetValueOrDefault(order.ClientOrderId) ?? StandingQuestion.New(venue, now);
            var answer = known.Answer is not null && now - known.AnsweredAt < Fresh ? known.Answer : null;
            var isDue = answer is null && !known.IsAsked && now >= known.NotBefore && !stop.IsCancellationRequested;
            questions[order.ClientOrderId] = known with { Answer = null, WantedAt = now, IsAsked = known.IsAsked || isDue };
            if (isDue) Track(Ask(venue, order, Ear(venue), now));
            foreach (var (id, old) in questions.Where(one => now - one.Value.WantedAt > Kept).ToArray())
                if (!old.IsAsked) questions.Remove(id);
            return answer ?? new QueryOutcome.Asked();
        }
    }

    public BrokerSnapshot Book(string venue) => throw new InvalidOperationException("A book is asked for in an interview.");

    public decimal Least(string venue, InstrumentId instrument) =>
        throw new InvalidOperationException("A least quantity is asked for in an interview.");

    public void Cancel(string venue, OrderReference order) => throw new InvalidOperationException("The sender's cancels are dispatches.");

    /// <summary>The venue is back: nothing waits any longer to be asked there.</summary>
    public void Wake(string venue)
    {
        var now = clock.GetElapsedTime(begun);
        lock (gate)
        {
            foreach (var (id, one) in questions.Where(one => one.Value.Venue == venue).ToArray())
                questions[id] = one with { Tries = 0, NotBefore = now };
        }
        signal.Give();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(asking.Keys);
        foreach (var ear in ears.Values) ear.Dispose();
        stop.Dispose();
    }

    private async Task Ask(string venue, OrderReference order, VenueEar ear, TimeSpan wanted)
    {
        await Task.Yield();
        try
        {
            await ear.Turn.WaitAsync(stop.Token);
            try
            {
                // Others that stood behind one that was not answered are not asked in their turn: each would wait as long again.
                var answer = ear.Silence is { } silence && silence.At >= wanted
                    ? new QueryOutcome.Unavailable(silence.Cause) { IsSilence = true }
                    : await WireQuestion.Of(wires[venue], order, stop.Token);
                Take(venue, order.ClientOrderId, ear, answer);
            }
            finally
            {
                ear.Turn.Release();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return; // the service stops
        }
        catch (Exception failure)
        {
            Failed(log, failure, venue, order.ClientOrderId.Value);
            Take(venue, order.ClientOrderId, ear, new QueryOutcome.Unavailable(failure.GetType().Name));
        }
        signal.Give();
    }

    private void Take(string venue, ClientOrderId order, VenueEar ear, QueryOutcome answer)
    {
        var (now, isBack) = (clock.GetElapsedTime(begun), false);
        lock (gate)
        {
            var known = questions.GetValueOrDefault(order) ?? StandingQuestion.New(venue, now);
            var tries = answer is QueryOutcome.Unavailable ? known.Tries + 1 : 0;
            questions[order] = known with
            {
                IsAsked = false, Tries = tries, Answer = answer, AnsweredAt = now,
                // However often somebody looks, and whatever was answered.
                NotBefore = now + AskAgain.OfOrder(Math.Max(1, tries)),
            };
            if (answer is QueryOutcome.Unavailable { IsSilence: true } silent) ear.Silence = new Silence(silent.Cause, now);
            else (isBack, ear.Silence) = (ear.Silence is not null, null);
        }
        if (isBack) Wake(venue);
    }

    private void Track(Task one)
    {
        asking[one] = 0;
        _ = one.ContinueWith(done => asking.TryRemove(done, out _), TaskScheduler.Default);
    }

    private VenueEar Ear(string venue)
    {
        if (!ears.TryGetValue(venue, out var ear)) ears[venue] = ear = new VenueEar(AtOnce);
        return ear;
    }

    [LoggerMessage(5235, LogLevel.Error, "the question to {Venue} for {Order} failed; it is asked again")]
    private static partial void Failed(ILogger logger, Exception failure, string venue, string order);
}
