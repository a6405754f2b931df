using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Execution.Tests.Trading.Ibkr.Wire;

/// <summary>
/// Recorded frames, damaged at random from a seed. Whatever comes in, the answer is a code or a message, never an exception.
/// </summary>
public sealed class FuzzTests
{
    [TestCase(10_000)]
    [TestCase(1_000_000, Category = "nightly", Explicit = true, Reason = "the nightly run's number")]
    public void Damaged_frames_end_in_a_code_or_a_message(int frames)
    {
        var draw = new Random(20260701);
        var originals = GoldenVector.All.Select(v => v.Body).ToArray();
        var codes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < frames; i++)
        {
            var body = Damage((byte[])originals[draw.Next(originals.Length)].Clone(), draw);
            var sink = new Collected();
            var fault = (i & 1) == 0 ? ServerMessages.Dispatch(body, sink) : ClientMessages.Dispatch(body, sink);
            Assert.That(fault == WireFault.None, Is.EqualTo(sink.Messages.Count == 1));
            codes[fault.Code()] = codes.GetValueOrDefault(fault.Code()) + 1;
        }
        Assert.That(codes.Keys, Is.SupersetOf(new[] { "ok", "field-missing", "field-malformed", "unknown-message" }));
    }

    [Test]
    public void Damaged_streams_give_frames_or_a_code_and_stay_within_bounds()
    {
        var draw = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var stream = GoldenVector.All.Skip(draw.Next(100)).Take(5).SelectMany(v => v.Frame).ToArray();
            for (var hits = draw.Next(4); hits >= 0; hits--) stream[draw.Next(stream.Length)] = (byte)draw.Next(256);
            var splitter = new FrameSplitter();
            splitter.Append(stream);
            while (splitter.TryNext(out var body)) ServerMessages.Dispatch(body, new Collected());
            Assert.That(splitter.Room().Length, Is.LessThan(256 * 1024));
        }
    }

    internal static byte[] Damage(byte[] body, Random draw)
    {
        switch (draw.Next(6))
        {
            case 0: return body[..draw.Next(body.Length)];
            case 1: return [.. body, .. body];
            case 2:
                for (var n = 0; n < 8; n++) body[draw.Next(body.Length)] = 0;
                return body;
            case 3:
                draw.NextBytes(body);
                return body;
            default:
                for (var n = draw.Next(1, 5); n > 0; n--) body[draw.Next(body.Length)] = (byte)"0123456789-.E\\uA\0\0"[draw.Next(18)];
                return body;
        }
    }
}
