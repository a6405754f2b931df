using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading.Asking;

/// <summary>A venue on the wire as it is seen inside a turn: nothing here waits for it.</summary>
internal sealed class AskedVenue(LiveVenue venue, Questions questions) : IBroker, ILeastQuantities, IDepartureBoard
{
    public Task<SubmitOutcome> Submit(OrderTicket ticket, CancellationToken ct) =>
        throw new InvalidOperationException("Orders leave by the sender alone.");

    public Task<CancelOutcome> Cancel(OrderReference order, CancellationToken ct)
    {
        questions.Answers.Cancel(venue.Name, order);
        return Task.FromResult<CancelOutcome>(new CancelOutcome.Requested());
    }

    public Task<QueryOutcome> Query(OrderReference order, CancellationToken ct) =>
        Task.FromResult(questions.Answers.Query(venue.Name, order));

    public Task<BrokerSnapshot> Snapshot(CancellationToken ct) => Task.FromResult(questions.Answers.Book(venue.Name));

    public ValueTask<decimal> LeastOf(string name, InstrumentId instrument, CancellationToken ct) => ValueTask.FromResult(
        venue.Broker is ILeastQuantities ? questions.Answers.Least(venue.Name, instrument) : 0m);

    public string? Hindrance(string name) => (venue.Broker as IDepartureBoard)?.Hindrance(name);

    public IAsyncEnumerable<BrokerEvent> Events(CancellationToken ct) => venue.Broker.Events(ct);
}
