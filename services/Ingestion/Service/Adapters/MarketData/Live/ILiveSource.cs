namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>A venue that gives bars as they close.</summary>
internal interface ILiveSource
{
    /// <summary>As logs and bars name it.</summary>
    string Name { get; }

    LivePlan Plan { get; }

    /// <returns>Null: the venue should be there. Otherwise the name of the outage that is planned now.</returns>
    string? PlannedOutage(DateTimeOffset now);

    /// <summary>Reaches the venue and learns what the instruments are.</summary>
    Task<ILiveSession> Open(CancellationToken ct);
}
