using Superintel.Journal.Chain.Memory;
using Superintel.Journal.Chain.Ports;

namespace Superintel.Journal.Tests.Chain;

public sealed class MemoryEntriesTests : EntriesContract
{
    private MemoryEntries store = new();

    protected override IEntries Store => store;

    [SetUp]
    public void Empty() => store = new MemoryEntries();
}
