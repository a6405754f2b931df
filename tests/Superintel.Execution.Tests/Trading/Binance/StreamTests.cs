using Superintel.TestKit;
using Superintel.Venue.Binance.Books;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Parse;
using Superintel.Venue.Binance.Streams;
using Superintel.VenueSimulator.Faults;

namespace Superintel.Execution.Tests.Trading.Binance;

public sealed class StreamTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    [TestCase("")]
    [TestCase("disconnect")]
    [TestCase("truncated-frame")]
    [TestCase("garbage-frame")]
    [TestCase("reordered-messages")]
    [TestCase("slow-drip")]
    public async Task Local_book_is_the_exchanges_whatever_the_wire_does(string fault)
    {
        var faults = fault.Length == 0 ? FaultPlan.None : new FaultPlan([], [new FaultLine(FaultPoint.Send, 12, Fault.Parse(fault))], 1);
        await using var exchange = await SimulatedBinance.Start(faults, step: Step);
        var feed = Feed(exchange, SimulatedBinance.Quick, "btcusdt@depth@100ms");
        var books = new BookFeed(exchange.Venue.MarketData, SequenceRule.Spot, TimeProvider.System);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var seen = 0;
        await foreach (var book in books.Run(feed, "BTCUSDT", DepthScale.EightDecimals, limit.Token))
        {
            Assert.That(book.IsCrossed, Is.False);
            Assert.That((book.Bids.Count, book.Asks.Count), Is.EqualTo((20, 20)), "levels that are gone at the exchange stayed");
            if (++seen == 40) break;
        }
        Assert.That(seen, Is.EqualTo(40));
        if (fault.Length > 0) Assert.That(exchange.Faults.Happened, Is.Not.Empty);
    }

    [Test]
    public async Task Connection_is_replaced_before_the_exchange_cuts_it()
    {
        await using var exchange = await SimulatedBinance.Start(step: Step);
        var feed = Feed(exchange, SimulatedBinance.Quick with { Lifetime = TimeSpan.FromMilliseconds(200) }, "btcusdt@bookTicker");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var connections = 0;
        await foreach (var item in feed.Run(limit.Token))
        {
            Assert.That(item, Is.Not.TypeOf<StreamItem.Down>());
            if (item is StreamItem.Connected { Number: var number } && (connections = number) == 3) break;
        }
        Assert.That(connections, Is.EqualTo(3));
    }

    [Test]
    public async Task Silent_stream_that_answers_when_asked_is_kept()
    {
        await using var exchange = await SimulatedBinance.Start();
        var quick = SimulatedBinance.Quick with { Silence = TimeSpan.FromMilliseconds(50) };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var answers = 0;
        await foreach (var item in Feed(exchange, quick, "btcusdt@trade").Run(limit.Token))
        {
            Assert.That(item, Is.Not.TypeOf<StreamItem.Down>());
            if (item is StreamItem.Frame frame && StreamParser.Parse(frame.Json.Span).Value is StreamMessage.ControlAnswer
                && ++answers == 2) break;
        }
        Assert.That(answers, Is.EqualTo(2));
    }

    [Test]
    public async Task Wrong_key_is_told_and_never_shown()
    {
        await using var exchange = await SimulatedBinance.Start();
        var wrong = new Venue.Binance.Keys.Credentials(
            new Venue.Binance.Signing.HmacSigner(exchange.Address.ApiKey!, "wrong-secret-wrong"),
            new Venue.Binance.Keys.Redaction(exchange.Address.ApiKey!, "wrong-secret-wrong"));
        var user = new Venue.Binance.Spot.UserStream(
            new Uri(exchange.Address.WsApiUrl!), wrong, new Venue.Binance.Time.ServerClock(TimeProvider.System), TimeSpan.FromSeconds(5));
        var first = await new StreamFeed(user.Source, SimulatedBinance.Quick, TimeProvider.System).Run(default).FirstAsync();

        Assert.That(first, Is.TypeOf<StreamItem.Down>().With.Property("Code").EqualTo("subscription-refused"));
        Assert.That(first.ToString(), Does.Contain("-1022").And.Not.Contain(exchange.Address.ApiKey));
    }

    private static StreamFeed Feed(SimulatedBinance exchange, StreamOptions options, string stream) =>
        new(StreamSource.Market(new Uri(exchange.Address.WsUrl!), stream), options, TimeProvider.System);
}
