using System.Net.Sockets;
using System.Threading.Channels;
using Superintel.Venue.Ibkr.Wire;
using Superintel.VenueSimulator.Faults;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>Frames on their way to one client, and what may happen to them there.</summary>
internal sealed class TwsOutbox(NetworkStream stream, FaultPlan faults)
{
    private const int Bound = 65_536;
    private readonly Channel<byte[]> frames = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(Bound) { SingleReader = true });
    private readonly FrameWriter writer = new();
    private readonly Lock gate = new();

    public void Send<T>(in T message)
        where T : IWireMessage<T>
    {
        lock (gate)
        {
            if (!frames.Writer.TryWrite(Codec.Encode(writer, message).ToArray())) frames.Writer.TryComplete();
        }
    }

    /// <summary>A message as it stands, field by field.</summary>
    public void Send(int id, IEnumerable<string> fields)
    {
        lock (gate)
        {
            writer.Begin(id);
            foreach (var field in fields) writer.Text(field);
            if (!frames.Writer.TryWrite(writer.End().ToArray())) frames.Writer.TryComplete();
        }
    }

    /// <summary>The greeting, which has no message id.</summary>
    public void Greet(int version, DateTimeOffset now)
    {
        lock (gate) frames.Writer.TryWrite(writer.Begin().Int(version).Text($"{now:yyyyMMdd HH:mm:ss} UTC").End().ToArray());
    }

    /// <summary>Nothing more after what is waiting.</summary>
    public void End() => frames.Writer.TryComplete();

    /// <summary>Writes until the end; faults come from the first message after the greeting on.</summary>
    public async Task Run(CancellationToken ct)
    {
        var greeted = false;
        await foreach (var frame in frames.Reader.ReadAllAsync(ct))
        {
            var fault = greeted ? faults.At(FaultPoint.Send) : null;
            greeted = true;
            if (!await Write(frame, fault, ct)) return;
        }
    }

    private async Task<bool> Write(byte[] frame, Fault? fault, CancellationToken ct)
    {
        if (fault == Fault.Disconnect) return false;
        if (fault == Fault.TruncatedFrame)
        {
            await stream.WriteAsync(frame.AsMemory(0, frame.Length / 2), ct);
            return false;
        }
        if (fault == Fault.GarbageFrame)
        {
            await stream.WriteAsync("\uffff\0HTTP/1.1 400"u8.ToArray(), ct);
            return false;
        }
        if (fault == Fault.SlowDrip)
        {
            foreach (var one in frame) await stream.WriteAsync(new[] { one }, ct);
            return true;
        }
        if (fault == Fault.Reordered && frames.Reader.TryRead(out var next)) await stream.WriteAsync(next, ct);
        await stream.WriteAsync(frame, ct);
        return true;
    }
}
