namespace Superintel.Kernel;

/// <summary>What an instrument is; decides which broker it is routed to. An index is observed, never traded.</summary>
public enum AssetClass
{
    Equity = 1,
    Option = 2,
    Future = 3,
    Fx = 4,
    Crypto = 5,
    Index = 6,
}
