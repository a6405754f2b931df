using Superintel.Execution.Trading.Ports;
using Superintel.Execution.Trading.Symbols;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Orders;
using Superintel.Venue.Binance.Spot;
using Superintel.Venue.Binance.Streams;
using Superintel.Venue.Binance.Transport;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>The venue put together; one for the process.</summary>
internal sealed class BinanceVenue : IDisposable
{
    private readonly HttpClient http;
    private readonly RestTransport transport;

    /// <exception cref="InvalidOperationException">The options lead to real money unconfirmed.</exception>
    /// <param name="dial">How a connection to the exchange comes about; null: TCP, and TLS where the address says so.</param>
    public BinanceVenue(
        BinanceOptions options, Credentials credentials, StreamOptions streams, ILogger<BinanceLog> log, TimeProvider clock,
        Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? dial = null)
    {
        var address = options.Address();
        // An order after a quiet spell does not wait for a new connection, and is never sent again to where an answer points.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10), PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10),
            ConnectCallback = dial,
        };
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }; // the transport has its own
        var calls = TransportOptions.Spot with { Timeout = options.Timeout };
        transport = new RestTransport(http, address, credentials, calls, clock);
        var told = new BinanceLog(log);
        var connection = new SessionConnection(
            address.WebSocketApi!, transport, credentials, streams, clock, dial is null ? null : (to, ct) => dial(to, ct), told.Orders);
        Orders = new OrderSession(transport, connection, credentials, calls);
        Client = new SpotClient(transport, Orders);
        Symbols = new VenueSymbols(options.InstrumentVenue, options.Symbols);
        MarketData = new MarketDataClient(transport, MarketPaths.Spot);
        var memory = new BinanceMemory(clock);
        var query = new BinanceQuery(Client, memory, Symbols, options, clock);
        var rules = new BinanceRules(Client, clock);
        var user = new UserStream(address.WebSocketApi!, credentials, transport.Time, streams.ConnectTimeout);
        Broker = new BinanceBroker(
            Client,
            Orders,
            new BinanceSubmit(Client, rules, memory, Symbols, options),
            query,
            new BinanceEventStream(Client, user, memory, options, told, streams, clock),
            memory,
            rules,
            Symbols,
            options);
    }

    public IBroker Broker { get; }

    public SpotClient Client { get; }

    /// <summary>The connection that orders go over.</summary>
    public OrderSession Orders { get; }

    public MarketDataClient MarketData { get; }

    public VenueSymbols Symbols { get; }

    public void Dispose()
    {
        Orders.Dispose();
        transport.Dispose();
        http.Dispose();
    }
}
