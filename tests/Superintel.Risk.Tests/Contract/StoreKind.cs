namespace Superintel.Risk.Tests.Contract;

/// <summary>The adapters that a contract suite runs against.</summary>
public enum StoreKind
{
    Memory,
    Postgres,
}
