using System.Threading.Channels;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>
/// The gateway behind all connections. Whatever happens is one action after another on one queue, so that nothing needs a lock and the
/// same conversation has the same end.
/// </summary>
internal sealed partial class TwsDesk : IAsyncDisposable
{
    public const string Account = "DU1234567";
    private const long FirstPermId = 1_234_560_000;
    private const int ActionBound = 100_000;

    private readonly Channel<Action> actions = Channel.CreateBounded<Action>(ActionBound);
    private readonly SortedDictionary<int, TwsPeer> peers = [];
    private readonly SortedDictionary<long, TwsOrder> orders = [];
    private readonly Dictionary<long, long> bySimId = [];
    private readonly SortedDictionary<int, int> nextIds = [];
    private readonly FaultPlan faults;
    private readonly TimeProvider clock;
    private readonly Task working;
    private long lastPermId = FirstPermId;
    private bool dataAway;

    public TwsDesk(SimExchange exchange, FaultPlan faults, TimeProvider clock)
    {
        (Exchange, this.faults, this.clock) = (exchange, faults, clock);
        History = new HistoryRate(clock);
        exchange.OrderChanged += order => Post(() => Changed(order));
        exchange.Traded += (order, fill) => Post(() => Traded(order, fill));
        exchange.BookChanged += (instrument, book) => Post(() => Quoted(instrument, book.Last));
        working = Task.Run(Work);
    }

    public SimExchange Exchange { get; }

    public FaultPlan Faults => faults;

    public TwsMischief Mischief { get; } = new();

    public DateTimeOffset Now => clock.GetUtcNow();

    public TimeProvider Clock => clock;

    /// <summary>Of the login, whichever client asks.</summary>
    public HistoryRate History { get; }

    public IEnumerable<TwsOrder> Orders => orders.Values;

    public void Post(Action action) => actions.Writer.TryWrite(action);

    /// <returns>False: another connection has this client id.</returns>
    public bool Join(TwsPeer peer)
    {
        if (peers.TryGetValue(peer.ClientId, out var there) && there != peer && !there.IsClosed) return false;
        peers[peer.ClientId] = peer;
        silentSessionLost.Remove(peer.ClientId);
        return true;
    }

    public void Leave(TwsPeer peer)
    {
        if (peers.TryGetValue(peer.ClientId, out var there) && there == peer) peers.Remove(peer.ClientId);
    }

    /// <summary>Streams of a kind that run now, of all clients.</summary>
    public int Running(StreamKind kind) => peers.Values.Where(peer => !peer.IsClosed).Sum(peer => peer.Running(kind));

    public int NextId(int clientId) => nextIds.GetValueOrDefault(clientId, 1);

    public SimOrder? Sim(TwsOrder order) => order.SimId is { } id ? Exchange.Read(e => e.Order(id)) : null;

    public TwsOrder? OrderOf(long simId) => bySimId.TryGetValue(simId, out var permId) ? orders[permId] : null;

    public async ValueTask DisposeAsync()
    {
        actions.Writer.TryComplete();
        await working;
    }

    private async Task Work()
    {
        await foreach (var action in actions.Reader.ReadAllAsync()) action();
    }

    public void Announce(int code, string text)
    {
        // From 1100 on no data flow; 1102 says that they flow again, 1101 that they have to be asked for anew.
        dataAway = code == 1100 || (dataAway && code is not (1101 or 1102));
        foreach (var peer in peers.Values)
        {
            if (code == 1101) peer.Forget();
            peer.Send(new ErrorMessage(-1, code, text, ""));
        }
    }

    public void Say(Action<TwsPeer> say)
    {
        foreach (var peer in peers.Values) say(peer);
    }

    /// <summary>Of the order nothing is told any more.</summary>
    public void Lose(string reference)
    {
        foreach (var lost in orders.Values.Where(order => order.Terms.OrderRef == reference).ToArray())
        {
            orders.Remove(lost.PermId);
            if (lost.SimId is { } simId) bySimId.Remove(simId);
        }
    }

    public void DropAll()
    {
        foreach (var peer in peers.Values) peer.Close();
    }

    private void Quoted(SimInstrument instrument, decimal last)
    {
        TellCosts();
        if (dataAway) return;
        LookAtFarm();
        foreach (var peer in peers.Values)
        {
            if (!IsFarmAway) peer.Quoted(instrument, last);
            peer.Valued();
        }
    }

    // What the matching engine said of an order, told to its client.
    private void Changed(SimOrder sim)
    {
        if (OrderOf(sim.Id) is not { } order) return;
        if (sim.Status == SimOrderStatus.Rejected) Refuse(order, 201, $"Order rejected - reason:{sim.Text}");
        else if (!order.Silent) Tell(order);
        if (!sim.IsWorking) Over(order with { IsOver = true });
    }

    private void Traded(SimOrder sim, SimFill fill)
    {
        foreach (var one in peers.Values) one.Held(fill.Symbol);
        if (OrderOf(sim.Id) is not { } order) return;
        var fault = faults.At(FaultPoint.Fill);
        if (fault == Fault.LateCommission) Hold(order, fill);
        // The exchange has the correction before it is told: whoever asks for positions meanwhile sees what is true. Orders that a person
        // typed in are in nobody's ledger: they are left as they are.
        var corrected = fault == Fault.Correction && order.ClientId != 0 ? Correct(fill) : null;
        if (!order.Silent && peers.TryGetValue(order.ClientId, out var peer))
        {
            peer.TellFill(order, fill, requestId: -1);
            if (fault == Fault.DuplicateFill) peer.TellFill(order, fill, requestId: -1);
            if (fault == Fault.RenamedFill) peer.TellFill(order, fill, requestId: -1, revision: 2);
            if (corrected is not null) peer.TellFill(order, corrected, requestId: -1);
            Tell(order);
        }
        if (sim.Status == SimOrderStatus.Filled) Over(order with { IsOver = true });
    }

    private void Tell(TwsOrder order)
    {
        if (peers.TryGetValue(order.ClientId, out var peer)) peer.Tell(order);
    }

    private void Refuse(TwsOrder order, int code, string text)
    {
        if (!peers.TryGetValue(order.ClientId, out var peer)) return;
        peer.Send(new ErrorMessage(order.OrderId, code, text, ""));
        // What was working before works on as it was; what never was one is told as such.
        if (code == 201) peer.TellStatus(orders.GetValueOrDefault(order.PermId) ?? order with { IsRefused = true });
    }
}
