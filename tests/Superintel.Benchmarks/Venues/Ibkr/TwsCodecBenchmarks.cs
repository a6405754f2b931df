using BenchmarkDotNet.Attributes;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Benchmarks.Venues.Ibkr;

/// <summary>The TWS wire: a tick decoded in under 300 ns, an order encoded in under 1 us, no allocation beyond the strings.</summary>
[MemoryDiagnoser]
public class TwsCodecBenchmarks
{
    private readonly FrameWriter writer = new();
    private readonly LastTick sink = new();
    private readonly FrameSplitter splitter = new();
    private readonly byte[] tick = [.. "1\06\09003\01\0150.24\0300\01\0"u8];
    private readonly byte[] depth = [.. "12\01\09004\03\01\00\0150.26\0200\0"u8];
    private readonly byte[] frame = [0, 0, 0, 24, .. "1\06\09003\01\0150.24\0300\01\0"u8];
    private readonly PlaceOrder order = new(101, Contract.Stock("AAPL", "USD"), new OrderTerms
    {
        Action = "BUY", Quantity = 100m, OrderType = "LMT", LimitPrice = 150.25m, TimeInForce = "DAY", Account = "DU1234567",
        OrderRef = "o0123456789abcdef-0-0",
    });

    [Benchmark]
    public WireFault TickDecode() => ServerMessages.Dispatch(tick, sink);

    [Benchmark]
    public WireFault DepthDecode() => ServerMessages.Dispatch(depth, sink);

    [Benchmark]
    public WireFault TickFromStream()
    {
        splitter.Append(frame);
        splitter.TryNext(out var body);
        return ServerMessages.Dispatch(body, sink);
    }

    [Benchmark]
    public int OrderEncode() => Codec.Encode(writer, order).Length;

    [Benchmark]
    public WireFault OrderDecode() => Codec.Decode<PlaceOrder>(Codec.Encode(writer, order).Span[4..], out _);

    private sealed class LastTick : IMessageSink
    {
        private decimal price;

        public void On<T>(in T message)
            where T : IWireMessage<T> => price = message switch
            {
                TickPrice told => told.Price,
                MarketDepth level => level.Price,
                _ => price,
            };
    }
}
