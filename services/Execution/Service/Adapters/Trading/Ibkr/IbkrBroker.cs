using System.Runtime.CompilerServices;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>
/// Interactive Brokers behind the port. The order reference is our client order id; an order without an answer is unknown, and what became
/// of it is found by asking for working orders, finished orders and executions, never by sending again.
/// </summary>
public sealed partial class IbkrBroker : IBroker, IAsyncDisposable
{
    public const string VenueName = "ibkr";
    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(3);

    private readonly TwsOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<IbkrBroker> log;
    private readonly OutageCalendar outages;
    private readonly IbkrLink link;
    private readonly IbkrContracts contracts;
    private readonly IbkrBook book = new();
    private volatile IbkrNews? events;

    /// <exception cref="ArgumentException">Options that cannot work, or a live port that nobody confirmed twice.</exception>
    /// <param name="dial">How the stream to TWS comes about; null: TCP.</param>
    public IbkrBroker(
        TwsOptions options, OutageCalendar outages, IbkrContracts contracts, TimeProvider clock, ILogger<IbkrBroker> log,
        TwsDial? dial = null)
    {
        options.Validate();
        this.contracts = contracts;
        (this.options, this.outages, this.clock, this.log) = (options, outages, clock, log);
        link = new IbkrLink(options, dial, clock, new Listener(this));
    }

    public async Task<SubmitOutcome> Submit(OrderTicket ticket, CancellationToken ct)
    {
        if (outages.At(clock.GetUtcNow()) is { } outage) return new SubmitOutcome.Deferred(outage, "IB is away by plan; nothing left.");
        try
        {
            var client = await Looked(ct);
            if (book.Find(ticket.ClientOrderId.Value) is { } known) return Outcome(known);
            var contract = await contracts.Resolve(client, ticket, ct);
            if (contracts.OffTick(ticket) is { } offTick) return new SubmitOutcome.Rejected("price-off-tick", offTick);
            var terms = IbkrTerms.Of(ticket, contract, options.Account);
            return await Place(client, new PlaceOrder(client.OrderIds.Take(), contract, terms), ct);
        }
        catch (TwsException failure)
        {
            // Nothing of the order was on the wire: Place answers for itself.
            return IbkrAway.Answer(failure);
        }
        catch (Exception failure) when (failure is FormatException or NotSupportedException)
        {
            return new SubmitOutcome.Rejected("not-expressible", failure.Message);
        }
    }

    public async Task<CancelOutcome> Cancel(OrderReference order, CancellationToken ct)
    {
        try
        {
            var client = await Looked(ct);
            if (Mine(order) is not { } known) return new CancelOutcome.Refused("The venue knows no such order.");
            if (known.IsCanceled) return new CancelOutcome.Canceled();
            if (known.BrokerStatus != BrokerOrderStatus.Working) return new CancelOutcome.Refused($"The order is {known.Status}.");
            if (known.OrderId == 0) return new CancelOutcome.Refused("Another client placed it: only that one may cancel it.");
            await client.Send(new CancelOrder(known.OrderId), ct);
            var after = await Until(
                known.Reference,
                o => o.BrokerStatus != BrokerOrderStatus.Working || IsCancelRefused(o) || client.State == ConnectionState.Down,
                CancelPatience,
                ct);
            return after switch
            {
                { BrokerStatus: BrokerOrderStatus.Working } when !IsCancelRefused(after) =>
                    new CancelOutcome.Unknown("The connection went before TWS answered."),
                null => new CancelOutcome.Requested(),
                { IsCanceled: true } => new CancelOutcome.Canceled(),
                _ => new CancelOutcome.Refused(after.Text.Length > 0 ? after.Text : after.Status),
            };
        }
        catch (TwsException failure)
        {
            return new CancelOutcome.Unknown(failure.Message);
        }
    }

    public async Task<QueryOutcome> Query(OrderReference order, CancellationToken ct)
    {
        try
        {
            var client = await link.Ready(ct);
            await Look(client, ct);
            var mine = Mine(order);
            return mine is { IsAtVenue: true }
                ? new QueryOutcome.Found(await Told(client, mine, order.ClientOrderId, ct))
                : IbkrAbsence.Judge(order, mine, link.Session, client.VenueTime, client.GreetingZone, clock.GetUtcNow());
        }
        catch (TwsException failure)
        {
            return new QueryOutcome.Unavailable(failure.Message) { IsSilence = true };
        }
    }

    /// <inheritdoc/>
    public async Task<BrokerSnapshot> Snapshot(CancellationToken ct)
    {
        try
        {
            var client = await link.Ready(ct);
            await Look(client, ct);
            var orders = new List<BrokerOrder>();
            foreach (var order in book.All().Where(o => o.IsAtVenue && o.BrokerStatus == BrokerOrderStatus.Working && IsOurAccount(o)))
                orders.Add(await Told(client, order, IbkrTold.Name(order), ct));
            var positions = new List<BrokerPosition>();
            foreach (var position in await client.Positions(ct))
            {
                if (position.Account != options.Account || position.Quantity == 0m) continue;
                var name = await contracts.Name(client, position.Contract, ct);
                positions.Add(new BrokerPosition(VenueName, position.Account, name, position.Quantity * position.Contract.Units));
            }
            return new BrokerSnapshot(orders, positions);
        }
        catch (TwsException failure)
        {
            throw new BrokerUnavailableException(failure.Message, failure);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BrokerEvent> Events([EnumeratorCancellation] CancellationToken ct)
    {
        var news = new IbkrNews(book, clock);
        events = news;
        try
        {
            await Look(await link.Ready(ct), ct);
        }
        catch (TwsException failure)
        {
            throw new BrokerUnavailableException(failure.Message, failure);
        }
        foreach (var known in book.All()) news.Changed(known.Reference);
        await foreach (var told in news.Read(ct)) yield return told;
    }

    /// <summary>The session below, for what the port does not ask: account, contracts, history, quotes.</summary>
    /// <exception cref="TwsException">There is none.</exception>
    public Task<TwsClient> Client(CancellationToken ct) => link.Ready(ct);

    /// <summary>Ends the session; the next call makes another.</summary>
    public async Task Drop(CancellationToken ct)
    {
        if (await link.Ready(ct) is { } client) await client.DisposeAsync();
    }

    public ValueTask DisposeAsync() => link.DisposeAsync();

    private async Task<SubmitOutcome> Place(TwsClient client, PlaceOrder order, CancellationToken ct)
    {
        var reference = order.Terms.OrderRef;
        book.Sending(order.OrderId, order.Contract, order.Terms, link.Session, clock.GetUtcNow());
        try
        {
            await client.Send(order, ct);
        }
        catch (OperationCanceledException)
        {
            book.NotSent(order.OrderId); // a send is canceled before its first byte or not at all
            throw;
        }
        catch (TwsException failure)
        {
            if (failure.MayHaveLeft) return new SubmitOutcome.Unknown(failure.Message);
            book.NotSent(order.OrderId);
            return IbkrAway.Answer(failure);
        }
        var answer = await Until(
            reference, o => o.IsAnswered || o.IsDoubtful || client.State == ConnectionState.Down, options.RequestTimeout, ct);
        if (answer is { IsAnswered: true } or { IsDoubtful: true }) return Outcome(answer);
        return new SubmitOutcome.Unknown(client.State == ConnectionState.Down
            ? "The connection went before TWS answered."
            : "TWS did not answer in time.");
    }

    private static SubmitOutcome Outcome(IbkrOrder order) => order switch
    {
        { IsRejected: true } => new SubmitOutcome.Rejected($"tws-{order.RefusalCode}", order.Text),
        { IsDoubtful: true } => new SubmitOutcome.Unknown($"TWS said {order.Text}, which proves nothing."),
        { IsAnswered: false } => new SubmitOutcome.Unknown("It was sent before and TWS has not answered."),
        _ => new SubmitOutcome.Accepted(order.VenueOrderId),
    };

    private static bool IsCancelRefused(IbkrOrder order) =>
        TwsErrors.Classify(order.RefusalCode, aboutOrder: true) == TwsErrorClass.CancelRefused;

    private bool IsOurAccount(IbkrOrder order) => order.Terms.Account.Length == 0 || order.Terms.Account == options.Account;

    private IbkrOrder? Mine(OrderReference order) =>
        book.Find(order.ClientOrderId.Value, long.TryParse(order.VenueOrderId, out var permId) ? permId : 0);
}
