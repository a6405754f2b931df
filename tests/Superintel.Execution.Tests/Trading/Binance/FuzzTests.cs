using Superintel.TestKit;
using Superintel.Venue.Binance.Books;
using Superintel.Venue.Binance.Parse;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>Mutated recordings through every parser.</summary>
[Category(SharedData.Category)]
public sealed class FuzzTests
{
    private const int Seed = 20261121;

    [TestCase(10_000)]
    [TestCase(1_000_000, Category = "nightly", Explicit = true, Reason = "the nightly run's number")]
    public void Mutated_messages_end_in_a_value_or_a_code(int rounds)
    {
        var messages = Recorded.Messages();
        var random = new Random(Seed);
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        var change = new DepthChange();
        for (var round = 0; round < rounds; round++)
        {
            var mutated = Mutation.Of(messages[random.Next(messages.Count)], random);
            try
            {
                foreach (var code in Codes(mutated, change)) codes.Add(code);
            }
            catch (Exception thrown)
            {
                Assert.Fail($"round {round} of seed {Seed}: {thrown}");
            }
        }
        Assert.That(codes, Is.SubsetOf(new[]
        {
            "bad-number", "malformed-json", "missing-field", "too-large", "too-many", "wrong-type",
        }).And.Not.Empty);
    }

    private static IEnumerable<string> Codes(byte[] json, DepthChange change)
    {
        WireError?[] errors =
        [
            OrderParser.Order(json).Error, OrderParser.Orders(json).Error, AccountParser.Account(json).Error,
            AccountParser.Trades(json).Error, MarketParser.Klines(json).Error, MarketParser.Time(json).Error,
            MarketParser.Average(json).Error, MarketParser.Error(json).Error, ExchangeInfoParser.Parse(json).Error,
            StreamParser.Parse(json).Error, WebSocketApiParser.Parse(json).Error,
            DepthParser.Change(json, DepthScale.EightDecimals, change), DepthParser.Snapshot(json, DepthScale.EightDecimals, change),
        ];
        return errors.OfType<WireError>().Select(e => e.Code);
    }
}
