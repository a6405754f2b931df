using Superintel.Ingestion.MarketData.Import;
using Superintel.Ingestion.Tests.Fixtures;

namespace Superintel.Ingestion.Tests.MarketData.Contract;

internal sealed class ImportsContract(bool postgres) : StoreContract(postgres)
{
    [Test]
    public async Task Outcome_is_found_by_its_key()
    {
        var outcome = new ImportOutcome(1, 2, 3, [new RowError(4, RowErrorCode.NegativePrice, "close is -1")], 1, Repeated: false);
        await Store.Imports.Save("key", outcome, CancellationToken.None);
        var found = await Store.Imports.Find("key", CancellationToken.None);
        Assert.That(found! with { Rejected = outcome.Rejected }, Is.EqualTo(outcome));
        Assert.That(found.Rejected, Is.EqualTo(outcome.Rejected));
        Assert.That(await Store.Imports.Find("other", CancellationToken.None), Is.Null);
    }
}
