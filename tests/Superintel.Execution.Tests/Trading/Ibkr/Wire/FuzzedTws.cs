using System.Buffers.Binary;
using System.Threading.Channels;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Session;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Execution.Tests.Trading.Ibkr.Wire;

/// <summary>The stream of a TWS that greets as it should and says recorded messages, damaged ones among them, before each answer.</summary>
internal sealed class FuzzedTws(Random draw, int noise) : Stream
{
    private static readonly byte[][] Recorded =
    [
        .. GoldenVector.All.Where(vector => vector.Kind == "answer").Select(vector => vector.Body)
            .Where(body => ServerMessages.Dispatch(body, new Collected()) == WireFault.None),
    ];

    private readonly Channel<byte[]> said = Channel.CreateUnbounded<byte[]>();
    private byte[] rest = [];
    private int writes;

    /// <summary>Recorded messages that were said.</summary>
    public int Noise { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public TwsDial Dial => (_, _) => Task.FromResult<Stream>(this);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (++writes == 1)
        {
            Say("176", "20260701 12:00:00 UTC");
            return default;
        }
        // A message id, and for the questions that have one the number that they go by.
        var fields = System.Text.Encoding.UTF8.GetString(buffer.Span[4..]).Split('\0');
        if (writes > 3) MakeNoise();
        switch (fields[0])
        {
            case "71":
                Say("15", "1", "DU1234567");
                Say("9", "1", "1");
                break;
            case "49": Say("49", "1", "1782900000"); break;
            case "16": Say("53", "1"); break;
            case "99": Say("102"); break;
            case "61": Say("62", "1"); break;
            case "7": Say("55", "1", fields[2]); break;
            case "9": Say("52", "1", fields[2]); break;
        }
        return default;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (rest.Length == 0)
        {
            if (!await said.Reader.WaitToReadAsync(cancellationToken)) return 0;
            said.Reader.TryRead(out rest!);
        }
        var length = Math.Min(buffer.Length, rest.Length);
        rest.AsSpan(0, length).CopyTo(buffer.Span);
        rest = rest[length..];
        return length;
    }

    public override void Flush()
    {
        // Everything is said at once.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        said.Writer.TryComplete();
        base.Dispose(disposing);
    }

    private void MakeNoise()
    {
        for (var i = 0; i < noise; i++)
        {
            var body = (byte[])Recorded[draw.Next(Recorded.Length)].Clone();
            if (draw.Next(10) == 0) body = FuzzTests.Damage(body, draw);
            if (body.Length == 0) continue;
            body[^1] = 0; // a frame that ends as it should: what it holds is another matter
            SayFrame(body);
            Noise++;
        }
    }

    private void Say(params string[] fields) => SayFrame(System.Text.Encoding.UTF8.GetBytes(string.Join('\0', fields) + '\0'));

    private void SayFrame(byte[] body)
    {
        var frame = new byte[4 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, body.Length);
        body.CopyTo(frame, 4);
        said.Writer.TryWrite(frame);
    }
}
