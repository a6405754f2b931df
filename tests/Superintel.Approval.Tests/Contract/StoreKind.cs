namespace Superintel.Approval.Tests.Contract;

/// <summary>The adapters that the contract suite runs against.</summary>
public enum StoreKind
{
    Memory,
    Postgres,
}
