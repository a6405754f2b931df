using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Ingestion.Service.Adapters.MarketData.Broadcast;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;
using Proto = Superintel.Contracts.Grpc.MarketDataV1;

namespace Superintel.Ingestion.Service.Endpoints.MarketData;

/// <summary>Bars over gRPC: as stored, and as they close.</summary>
internal sealed class MarketDataGrpc(ITransactions transactions, BarBroadcast broadcast, IHostApplicationLifetime lifetime)
    : Proto.MarketData.MarketDataBase
{
    private const int PageSize = 2_000;

    public override async Task GetBars(
        Proto.GetBarsRequest request, IServerStreamWriter<Proto.Bar> responseStream, ServerCallContext context)
    {
        var query = new BarQuery(
            Instruments(request.InstrumentIds),
            Interval(request.Interval),
            request.From?.ToDateTimeOffset() ?? DateTimeOffset.MinValue,
            request.To?.ToDateTimeOffset() ?? DateTimeOffset.MaxValue,
            After: null,
            PageSize);
        while (true)
        {
            // A page, a transaction: a slow caller holds none open.
            var page = await transactions.Run(
                async (scope, ct) => await scope.GetRequiredService<IBars>().Range(query, ct), context.CancellationToken);
            foreach (var bar in page) await responseStream.WriteAsync(Message(bar.Closed(), bar.ClosedAt), context.CancellationToken);
            if (page.Count < PageSize) return;
            query = query with { After = BarPosition.Of(page[^1]) };
        }
    }

    public override async Task StreamBars(
        Proto.StreamBarsRequest request, IServerStreamWriter<Proto.BarSlice> responseStream, ServerCallContext context)
    {
        var wanted = Instruments(request.InstrumentIds).Select(i => i.ToString()).ToHashSet(StringComparer.Ordinal);
        var interval = request.Interval.Length > 0 ? Interval(request.Interval).ToString() : null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            using var listener = broadcast.Listen();
            // The caller knows by the headers that it misses nothing from here on.
            await context.WriteResponseHeadersAsync([]);
            await foreach (var slice in listener.Slices(stop.Token))
            {
                if (interval is not null && slice.Interval != interval) continue;
                await responseStream.WriteAsync(Message(slice, wanted), stop.Token);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The service is stopping."));
        }
        catch (SlowListenerException slow)
        {
            throw new RpcException(new Status(StatusCode.ResourceExhausted, slow.Message));
        }
    }

    private static Proto.BarSlice Message(BarClosed slice, HashSet<string> wanted)
    {
        var closedAt = Timestamp.FromDateTimeOffset(slice.OccurredAt);
        var message = new Proto.BarSlice { Feed = slice.Feed, Interval = slice.Interval, ClosedAt = closedAt };
        var bars = slice.Bars.Where(b => wanted.Count == 0 || wanted.Contains(b.InstrumentId));
        message.Bars.AddRange(bars.Select(b => Message(b, slice.OccurredAt)));
        return message;
    }

    private static Proto.Bar Message(ClosedBar bar, DateTimeOffset closedAt)
    {
        var message = new Proto.Bar
        {
            InstrumentId = bar.InstrumentId,
            ClosedAt = Timestamp.FromDateTimeOffset(closedAt),
            Open = bar.Open.ToString(),
            High = bar.High.ToString(),
            Low = bar.Low.ToString(),
            Close = bar.Close.ToString(),
            CloseOnly = bar.CloseOnly,
        };
        if (bar.Volume is { } volume) message.Volume = volume.ToString();
        return message;
    }

    private static InstrumentId[] Instruments(IEnumerable<string> ids) =>
    [
        .. ids.Select(id => InstrumentId.TryParse(id, out var instrument)
            ? instrument
            : throw new RpcException(new Status(StatusCode.InvalidArgument, "instrument-id-malformed: an instrument id is SYMBOL.VENUE"))),
    ];

    private static BarInterval Interval(string text) => BarInterval.TryParse(text, out var interval)
        ? interval
        : throw new RpcException(new Status(StatusCode.InvalidArgument, "interval-malformed: an interval is a number and m, h or d"));
}
