using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.TestKit;
using Proto = Superintel.Contracts.Grpc.MarketDataV1;

namespace Superintel.Ingestion.Tests.Service;

internal sealed class MarketDataGrpcTests : IngestionFixture
{
    private static readonly (string, string?)[] Held =
        [.. Alone("1991-01-03T00:00:00Z", "1991-02-01T00:00:00Z"), ("Replay:MachineHold", "00:10:00")];

    [Test]
    public async Task Stream_gives_slices_as_they_close_with_the_wanted_instruments()
    {
        var service = await Start(Held);
        await service.Published(1);
        using var channel = service.Grpc();
        using var call = new Proto.MarketData.MarketDataClient(channel).StreamBars(
            new Proto.StreamBarsRequest { InstrumentIds = { "KO.XNYS", "PG.XNYS" } });
        await call.ResponseHeadersAsync;
        var position = (await service.Get("/api/replay"))["position"]!.GetValue<DateTimeOffset>();
        await service.Deliver(Decided.Scored(position));
        await service.Deliver(Decided.Executed(position));
        Assert.That(await call.ResponseStream.MoveNext(CancellationToken.None));
        var slice = call.ResponseStream.Current;
        Assert.Multiple(() =>
        {
            Assert.That((slice.Feed, slice.Interval), Is.EqualTo(("sample", "1d")));
            Assert.That(slice.ClosedAt.ToDateTimeOffset(), Is.GreaterThan(position));
            Assert.That(slice.Bars.Select(b => b.InstrumentId), Is.EqualTo(new[] { "KO.XNYS", "PG.XNYS" }));
            Assert.That(slice.Bars.All(b => b.CloseOnly && !b.HasVolume));
        });
    }

    [Test]
    public async Task Stored_bars_come_in_order_and_exactly_and_across_pages()
    {
        var service = await Start(Alone("1991-01-03T00:00:00Z", "1991-01-05T00:00:00Z"));
        await Eventually.True(
            async () => await service.Scalar<long>("SELECT count(*) FROM bar WHERE bar_interval = '30m'") > 0, "history is stored");
        using var channel = service.Grpc();
        var client = new Proto.MarketData.MarketDataClient(channel);
        var bars = new List<Proto.Bar>();
        using var call = client.GetBars(new Proto.GetBarsRequest
        {
            InstrumentIds = { "USDCHF.XOFF" },
            Interval = "30m",
            To = Timestamp.FromDateTimeOffset(new DateTimeOffset(1996, 7, 1, 0, 0, 0, TimeSpan.Zero)),
        });
        await foreach (var bar in call.ResponseStream.ReadAllAsync()) bars.Add(bar);
        Assert.Multiple(() =>
        {
            Assert.That(bars, Has.Count.GreaterThan(2_000));
            Assert.That(bars.Select(b => b.ClosedAt.ToDateTimeOffset()), Is.Ordered.And.Unique);
            Assert.That(bars[0].Close, Is.EqualTo("1.193"));
        });
    }

    [Test]
    public async Task Nonsense_is_an_invalid_argument_and_a_stranger_is_unauthenticated()
    {
        var service = await Start(("Replay:Enabled", "false"));
        using var channel = service.Grpc();
        using var nonsense = new Proto.MarketData.MarketDataClient(channel).GetBars(new Proto.GetBarsRequest { Interval = "1y" });
        using var bare = GrpcChannel.ForAddress(
            channel.Target.StartsWith("http", StringComparison.Ordinal) ? channel.Target : "http://" + channel.Target);
        using var stranger = new Proto.MarketData.MarketDataClient(bare).GetBars(new Proto.GetBarsRequest { Interval = "1d" });
        Assert.Multiple(() =>
        {
            Assert.That(
                async () => await nonsense.ResponseStream.MoveNext(CancellationToken.None),
                Throws.TypeOf<RpcException>().With.Property("StatusCode").EqualTo(StatusCode.InvalidArgument));
            Assert.That(
                async () => await stranger.ResponseStream.MoveNext(CancellationToken.None),
                Throws.TypeOf<RpcException>().With.Property("StatusCode").EqualTo(StatusCode.Unauthenticated));
        });
    }
}
