using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Benchmarks.Venues.Orders.Apart;
using Superintel.Execution.Service.Adapters.Trading.Binance;
using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Signing;
using Superintel.Venue.Binance.Streams;
using Superintel.Venue.Ibkr.Session;
using Superintel.Venue.Mt4;
using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Benchmarks.Venues.Orders;

/// <summary>
/// The real adapters on TCP over loopback, as the fleet puts them together, each in front of its venue in another process. Limit orders
/// that rest.
/// </summary>
internal static class OrderDesks
{
    public static OrderDesk Ibkr(bool sleeping)
    {
        var venue = VenueApart.Start("ibkr", sleeping);
        var address = venue.Hello.Address;
        var options = new TwsOptions { Port = address.Port, Account = address.Account! };
        var never = new OutageCalendar { ResetTo = new TimeOnly(23, 45), LoginTo = new TimeOnly(1, 0) };
        var broker = new IbkrBroker(
            options, never, new IbkrContracts([]), venue.Clock, NullLogger<IbkrBroker>.Instance,
            async (to, ct) => await NotingStream.Dial(to.Host, to.Port, ct));
        return new OrderDesk(
            "ibkr", broker, venue, TimeSpan.FromSeconds(1),
            n => Ticket("ibkr", options.Account, n, "KO.XNYS", AssetClass.Equity, 1m, 100m, 40m, Currency.Usd, venue.Clock),
            broker.DisposeAsync);
    }

    /// <param name="signed">The key's kind.</param>
    public static OrderDesk Binance(string signed, bool sleeping)
    {
        var venue = VenueApart.Start("binance", sleeping);
        var address = venue.Hello.Address;
        var options = BinanceDriver.OptionsOf(new Endpoint("127.0.0.1", address.Port, AllowLive: false, LiveAccount: null));
        ISigner signer = signed == "ed25519"
            ? new Ed25519Signer(address.ApiKey!, venue.Hello.PrivateSeed!)
            : new HmacSigner(address.ApiKey!, address.ApiSecret!);
        var adapter = new BinanceVenue(
            options, new Credentials(signer, new Redaction(address.ApiKey!, address.ApiSecret!)), new StreamOptions(),
            NullLogger<BinanceLog>.Instance, venue.Clock,
            (to, ct) => NotingStream.Dial(to.DnsEndPoint.Host, to.DnsEndPoint.Port, ct));
        adapter.Orders.Open();
        if (!SpinWait.SpinUntil(() => adapter.Orders.IsReady, TimeSpan.FromSeconds(30)))
            throw new TimeoutException("Binance's connection for orders does not stand.");
        return new OrderDesk(
            $"binance, {signed}", adapter.Broker, venue, TimeSpan.FromSeconds(10),
            n => Ticket("binance", options.Account, n, "BTCUSDT.BINANCE", AssetClass.Crypto, 0.00001m, 0.001m, 30_000m,
                new Currency("USDT"), venue.Clock),
            () =>
            {
                adapter.Dispose();
                return ValueTask.CompletedTask;
            })
        {
            MostResting = 100, // of the two hundred that a symbol may have
        };
    }

    public static OrderDesk Mt4(bool sleeping)
    {
        var venue = VenueApart.Start("mt4", sleeping);
        var address = venue.Hello.Address;
        var options = new Mt4Options { Bridge = new Mt4ClientOptions { Url = new Uri(address.RestUrl!), Token = address.ApiKey! } };
        var client = new Mt4Client(options.Bridge, (to, ct) => NotingStream.Dial(to.DnsEndPoint.Host, to.DnsEndPoint.Port, ct));
        return new OrderDesk(
            "mt4", new Mt4Broker(client, options, Mt4Server.Account, venue.Clock), venue, TimeSpan.FromSeconds(10),
            n => Ticket(
                "mt4", Mt4Server.Account, n, "EURUSD.XOFF", AssetClass.Fx, 1_000m, 10_000m, 0.9m, Currency.Usd, venue.Clock),
            () =>
            {
                client.Dispose();
                return ValueTask.CompletedTask;
            });
    }

    private static OrderTicket Ticket(
        string venue, string account, int n, string instrument, AssetClass asset, decimal lot, decimal quantity, decimal limit,
        Currency currency, TimeProvider clock) => new(
        venue, account, ClientOrderId.For(new DecisionId(string.Create(CultureInfo.InvariantCulture, $"d{n}")), 0),
        InstrumentId.Parse(instrument), asset, lot, Side.Buy, new Quantity(quantity), OrderType.Limit, limit, TimeInForce.GoodTillCancel,
        currency, clock.GetUtcNow());
}
