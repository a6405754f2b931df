namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>The five checks of the data gate, in the order in which they are made.</summary>
public enum GateCheck
{
    /// <summary>Everything a bar needs is there.</summary>
    Completeness = 1,

    /// <summary>It came in time to be acted on.</summary>
    Freshness = 2,

    /// <summary>It can be a price: a number, positive, in order, not in the future, not a jump.</summary>
    Validity = 3,

    /// <summary>It agrees with the bar before, with other sources and with shorter intervals.</summary>
    Consistency = 4,

    /// <summary>What was traded fits what the price did.</summary>
    Volume = 5,
}
