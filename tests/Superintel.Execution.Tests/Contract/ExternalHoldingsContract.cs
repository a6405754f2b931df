using Superintel.Execution.Execution.External;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Contract;

[TestFixture(typeof(MemoryStores))]
[TestFixture(typeof(PostgresStores))]
public sealed class ExternalHoldingsContract<TStores> : StoreContract<TStores>
    where TStores : IStores, new()
{
    [Test]
    public async Task Holdings_are_one_per_instrument_venue_and_account_in_that_order_and_the_last_word_counts()
    {
        var a = new ExternalHolding("binance", "spot", Pair.A, 0.12345678m, "sue", "held before", Start, 1);
        var b = new ExternalHolding("binance", "spot", Pair.B, 5m, "sue", "held before", Start, 1);
        var elsewhere = a with { Venue = "alpha", Quantity = -3m };
        foreach (var one in new[] { b, a, elsewhere }) await Stores.Holdings.Save(one, default);
        var gone = a with { Quantity = 0m, By = "ada", Reason = "withdrawn", At = Start.AddDays(1), Version = 2 };
        await Stores.Holdings.Save(gone, default);

        Assert.That(await Stores.Holdings.All(default), Is.EqualTo(new[] { elsewhere, gone, b }));
    }
}
