using System.Threading.Channels;
using Superintel.Contracts.Events.V1;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Broadcast;

/// <summary>One who listens. Who is too slow is cut off and told so, rather than given a stream with holes.</summary>
internal sealed class BarListener(Action<BarListener> leave) : IDisposable
{
    /// <summary>Slices a listener may lag behind: a year of days.</summary>
    public const int Capacity = 256;

    private readonly Channel<BarClosed> heard = Channel.CreateBounded<BarClosed>(
        new BoundedChannelOptions(Capacity) { SingleReader = true });

    public void Hear(BarClosed slice)
    {
        if (heard.Writer.TryWrite(slice)) return;
        heard.Writer.TryComplete(new SlowListenerException());
        leave(this);
    }

    /// <exception cref="SlowListenerException">More than <see cref="Capacity"/> slices behind.</exception>
    public IAsyncEnumerable<BarClosed> Slices(CancellationToken ct) => heard.Reader.ReadAllAsync(ct);

    public void Dispose()
    {
        leave(this);
        heard.Writer.TryComplete();
    }
}
