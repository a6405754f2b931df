using System.Text;
using System.Text.Json;
using Superintel.Venue.Mt4;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Tests.Trading.Mt4;

/// <summary>An order's text is written by hand: it has to be what the contract's own options write, to the byte.</summary>
public sealed class Mt4OrderTextTests
{
    private static readonly Mt4OrderRequest Order = new("d-1", "EURUSD", "BUY", "LIMIT", 0.10m, 0.9m, null, 7);

    private static readonly Mt4OrderRequest[] Orders =
    [
        Order,
        Order with { Type = "MARKET", Price = null, Reduces = true },
        Order with { Reduces = false, Magic = -1, SlippagePoints = 0 },
        Order with { StopLoss = 0.80000m, TakeProfit = 1m, SlippagePoints = 30, Symbol = "GER40.cash#1" },
        Order with { Lots = decimal.MaxValue, Price = -0.0000000000000000000000000001m, StopLoss = decimal.MinValue },
        Order with { Expiration = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2)) },
        Order with { ClientOrderId = "a\"b\\c\u0001" },
        Order with { Symbol = "EUR/USD+é€😀<&>'" },
        Order with { ClientOrderId = "" },
        Order with { ClientOrderId = new string('x', 470) }, // longer than what is written by hand
    ];

    [Test]
    public void Order_is_written_as_the_serialiser_writes_it()
    {
        foreach (var order in Orders)
            Assert.That(Encoding.UTF8.GetString(Mt4OrderText.Of(order)), Is.EqualTo(JsonSerializer.Serialize(order, Mt4Json.Options)));
    }
}
