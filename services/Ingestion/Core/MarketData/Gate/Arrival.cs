namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>How a bar came.</summary>
public enum Arrival
{
    /// <summary>To be acted on: live, or replayed at the time it stands for.</summary>
    Current = 1,

    /// <summary>As history, of any age.</summary>
    History = 2,
}
