using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Execution.Trading.Symbols;
using Superintel.Kernel;
using Superintel.Venue.Mt4;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>MetaTrader 4 behind the broker port.</summary>
internal sealed class Mt4Broker : IBroker, IDepartureBoard
{
    private readonly Mt4Client client;
    private readonly Mt4Options options;
    private readonly string account;
    private readonly TimeProvider clock;
    private readonly VenueSymbols names;
    private readonly Mt4Terminal terminal;
    private readonly Mt4Requests requests;
    private readonly Mt4Absence absence;
    private readonly Mt4EventStream stream;

    /// <param name="log">Null: nobody reads it.</param>
    public Mt4Broker(Mt4Client client, Mt4Options options, string account, TimeProvider clock, Mt4Log? log = null)
    {
        (this.client, this.options, this.account, this.clock) = (client, options, account, clock);
        names = new VenueSymbols(options.Listing, options.Symbols);
        terminal = new Mt4Terminal(client, account, names);
        requests = new Mt4Requests(clock, options.AbsenceProof);
        absence = new Mt4Absence(client, clock);
        stream = new Mt4EventStream(client, terminal, options, log ?? new Mt4Log(NullLogger<Mt4Log>.Instance));
    }

    public async Task<SubmitOutcome> Submit(OrderTicket ticket, CancellationToken ct)
    {
        if (Mt4Name.Of(ticket.ClientOrderId) is not { } name)
            return new SubmitOutcome.Rejected("client-order-id-too-long", $"A comment holds {Mt4Name.Longest} characters.");
        if (Mt4Form.TypeOf(ticket.Type) is not { } type || ticket.TimeInForce == TimeInForce.ImmediateOrCancel)
            return new SubmitOutcome.Rejected("order-type-unsupported", $"MT4 has no {ticket.Type} {ticket.TimeInForce} orders.");
        if (names.SymbolOf(ticket.Instrument) is not { } called)
            return new SubmitOutcome.Rejected(VenueSymbols.UnknownCode, $"{ticket.Instrument} has no symbol in Execution:Mt4:Symbols.");
        var symbol = await terminal.Look(called, ct);
        if (!symbol.IsGiven) return Mt4Away.Before(symbol.Failure);
        if (Mt4Form.Objection(ticket, symbol.Value) is var (code, text)) return new SubmitOutcome.Rejected(code, text);
        var request = Mt4Form.Of(ticket, name, type, symbol.Value, options.Magic);
        if (!requests.Leaves(ticket.ClientOrderId)) return Mt4Away.TooMany();
        var answer = await client.Place(request, ct);
        requests.Returned(ticket.ClientOrderId, isKnown: answer.IsGiven || answer.Failure.Kind != Mt4FailureKind.Unknown);
        if (answer.IsGiven)
        {
            return answer.Value.State == "REJECTED"
                ? new SubmitOutcome.Rejected("mt4-rejected", answer.Value.Comment ?? "")
                : new SubmitOutcome.Accepted(Mt4Orders.Number(answer.Value));
        }
        return answer.Failure.Kind switch
        {
            Mt4FailureKind.Unknown => new SubmitOutcome.Unknown(answer.Failure.ToString()),
            Mt4FailureKind.NotDone => await Mt4Away.After(client, name, answer.Failure, ct),
            _ => new SubmitOutcome.Rejected(answer.Failure.Code, answer.Failure.ToString()),
        };
    }

    public async Task<CancelOutcome> Cancel(OrderReference order, CancellationToken ct)
    {
        var found = await client.ByClientId(Mt4Name.Of(order.ClientOrderId) ?? order.ClientOrderId.Value, ct);
        if (!found.IsGiven)
        {
            return found.Failure.Kind == Mt4FailureKind.NotFound
                ? new CancelOutcome.Refused(found.Failure.ToString())
                : new CancelOutcome.Unknown(found.Failure.ToString());
        }
        if (found.Value is { State: "CANCELLED" }) return new CancelOutcome.Canceled();
        if (found.Value.Ticket is not { } ticket) return new CancelOutcome.Unknown("The order has no ticket yet.");
        var answer = await client.Delete(ticket, ct);
        if (answer.IsGiven) return new CancelOutcome.Canceled();
        return answer.Failure.Kind is Mt4FailureKind.Rejected or Mt4FailureKind.NotFound
            ? new CancelOutcome.Refused(answer.Failure.ToString())
            : new CancelOutcome.Unknown(answer.Failure.ToString());
    }

    public async Task<QueryOutcome> Query(OrderReference order, CancellationToken ct)
    {
        var name = Mt4Name.Of(order.ClientOrderId) ?? order.ClientOrderId.Value;
        var answer = await client.ByClientId(name, ct);
        if (answer.IsGiven)
        {
            if (answer.Value.State == "UNKNOWN")
                return new QueryOutcome.Unavailable("The terminal has not answered the bridge.") { IsSilence = !await IsThere(ct) };
            if (answer.Value.State == Mt4Away.Deferred) return Refused(order, answer.Value);
            var orders = await terminal.Orders(answer.Value.Symbol, ct);
            return new QueryOutcome.Found(orders.Read(answer.Value, clock.GetUtcNow()));
        }
        if (answer.Failure.Kind != Mt4FailureKind.NotFound) 
            return new QueryOutcome.Unavailable(answer.Failure.ToString()) { IsSilence = true };
        // The bridge journals an order before the terminal sees it; only a request still on its way can be missing.
        if (IsOnItsWay(order)) return new QueryOutcome.Unavailable("The bridge does not have it, and a request for it may be on its way.");
        try
        {
            return await absence.Trace(name, order.CreatedAt, ct) is { } trace
                ? new QueryOutcome.Unavailable($"The bridge's journal does not have it and the terminal has its name: {trace}.")
                : new QueryOutcome.NotPlaced(
                    $"{options.AbsenceProof.TotalSeconds} s after it can have been sent, neither bridge nor terminal has it.");
        }
        catch (BrokerUnavailableException failure)
        {
            return new QueryOutcome.Unavailable($"The bridge does not have it, and the terminal cannot be asked: {failure.Message}")
            {
                IsSilence = true,
            };
        }
    }

    // Sent again it is tried anew, so what is on its way could still place it.
    private QueryOutcome Refused(OrderReference order, Mt4Order refused) => IsOnItsWay(order)
        ? new QueryOutcome.Unavailable($"It was refused ({refused.Comment}), and a later request for it may be on its way.")
        : new QueryOutcome.NotPlaced($"The terminal refused it for a reason that passes ({refused.Comment}), and it was not sent again.");

    // The bridge answers while its terminal is away: that is no word of the venue's.
    private async Task<bool> IsThere(CancellationToken ct) => await client.Health(ct) is { IsGiven: true, Value.TerminalConnected: true };

    private bool IsOnItsWay(OrderReference order) => clock.GetUtcNow() - requests.LastOnItsWay(order) < options.AbsenceProof;

    public async Task<BrokerSnapshot> Snapshot(CancellationToken ct)
    {
        var working = new List<BrokerOrder>();
        foreach (var order in Mt4Terminal.Given(await client.Orders(ct)))
            working.Add((await terminal.Orders(order.Symbol, ct)).Read(order, clock.GetUtcNow()));
        var positions = new List<BrokerPosition>();
        foreach (var held in Mt4Terminal.Given(await client.Positions(ct)).GroupBy(one => one.Symbol, StringComparer.Ordinal))
        {
            var units = (await terminal.Symbol(held.Key, ct)).LotSize;
            var net = held.Sum(one => one.Side == "BUY" ? one.Lots : -one.Lots) * units;
            if (net != 0m)
                positions.Add(new BrokerPosition(Mt4Options.VenueName, account, names.InstrumentOf(held.Key), net));
        }
        return new BrokerSnapshot(working, [.. positions.OrderBy(position => position.Instrument)]);
    }

    public IAsyncEnumerable<BrokerEvent> Events(CancellationToken ct) => stream.Run(ct);

    /// <inheritdoc/>
    public string? Hindrance(string venue) => stream.Hindrance;
}
