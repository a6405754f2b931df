using Superintel.Ingestion.ReferenceData;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>One stay at a venue. When it breaks beyond mending its stream ends or throws, and a new one is opened.</summary>
internal interface ILiveSession : IAsyncDisposable
{
    /// <summary>By id.</summary>
    IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>Everything since a time, from the same source as the stream, so that both say the same.</summary>
    Task<LivePast> Past(InstrumentId instrument, BarInterval interval, DateTimeOffset from, CancellationToken ct);

    /// <summary>Why nothing may be decided on what comes now, kebab-case; null: it is to be believed. As of the item that was read
    /// last.</summary>
    string? Doubt => null;

    IAsyncEnumerable<LiveItem> Stream(CancellationToken ct);
}
