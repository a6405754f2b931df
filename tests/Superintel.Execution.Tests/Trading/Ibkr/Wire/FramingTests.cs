using FsCheck;
using FsCheck.Fluent;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Execution.Tests.Trading.Ibkr.Wire;

public sealed class FramingTests
{
    private static readonly GoldenVector[] Framed = [.. GoldenVector.All.Where(v => v.Name != "handshake")];
    private static readonly byte[] Stream = [.. Framed.SelectMany(v => v.Frame)];
    private static readonly string[] Bodies = [.. Framed.Select(v => Convert.ToHexString(v.Body))];

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public Property Frames_are_the_same_however_the_stream_is_cut() => Prop.ForAll(
        Gen.Choose(1, 700).ArrayOf(40).ToArbitrary(),
        cuts =>
        {
            var splitter = new FrameSplitter();
            var found = new List<string>();
            var (at, turn) = (0, 0);
            while (at < Stream.Length)
            {
                var size = Math.Min(cuts[turn++ % cuts.Length], Stream.Length - at);
                splitter.Append(Stream.AsSpan(at, size));
                at += size;
                while (splitter.TryNext(out var body)) found.Add(Convert.ToHexString(body));
            }
            return found.SequenceEqual(Bodies) && splitter is { Pending: 0, Fault: WireFault.None };
        });

    [TestCase("00000000", WireFault.FrameEmpty)]
    [TestCase("01000000", WireFault.FrameTooLong)]
    [TestCase("ffffffff", WireFault.FrameTooLong)]
    [TestCase("00000002310031", WireFault.None)]
    [TestCase("000000023131", WireFault.FrameUnterminated)]
    public void Stream_out_of_step_has_a_code_and_gives_nothing_more(string hex, WireFault fault)
    {
        var splitter = new FrameSplitter();
        splitter.Append(Convert.FromHexString(hex));
        while (splitter.TryNext(out _)) Assert.That(fault, Is.EqualTo(WireFault.None));
        Assert.That(splitter.Fault, Is.EqualTo(fault));
        splitter.Append(Convert.FromHexString("000000023100"));
        if (fault != WireFault.None) Assert.That(splitter.TryNext(out _), Is.False);
    }

    [Test]
    public void Announced_length_alone_takes_no_memory()
    {
        var splitter = new FrameSplitter();
        splitter.Append([0x00, 0xff, 0xff, 0xff]);
        Assert.That(splitter.TryNext(out _), Is.False);
        Assert.That(splitter.Room().Length, Is.LessThan(64 * 1024));
    }

    [TestCase("1.5", "1.5")]
    [TestCase("-0.25", "-0.25")]
    [TestCase("1.0E-4", "0.0001")]
    [TestCase("948837.22", "948837.22")]
    [TestCase("", null)]
    [TestCase("1.7976931348623157E308", null)]
    [TestCase("1.7976931348623157E+308", null)]
    [TestCase("9223372036854775807", null)]
    [TestCase("Infinity", null)]
    public void Number_is_read_in_every_spelling(string text, string? value)
    {
        Assert.That(WireNumber.TryParse(System.Text.Encoding.ASCII.GetBytes(text), out var read), Is.True);
        Assert.That(read, Is.EqualTo(value is null ? (decimal?)null : decimal.Parse(value)));
    }

    [TestCase("NaN")]
    [TestCase("1,000")]
    [TestCase(".")]
    [TestCase("-")]
    [TestCase("0x10")]
    [TestCase("1e999")]
    public void What_is_no_number_is_refused(string text) =>
        Assert.That(WireNumber.TryParse(System.Text.Encoding.ASCII.GetBytes(text), out _), Is.False);

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Decimal_written_is_the_decimal_read(decimal value)
    {
        var frame = new FrameWriter().Begin().Decimal(value).End();
        return WireNumber.TryParse(frame.Span[4..^1], out var read) && read == value;
    }

    [Test]
    public void Escaped_text_is_unescaped() =>
        Assert.That(WireNumber.Unescape("Z\\u00fcrich \\u20ac \\u00 \\uzzzz"), Is.EqualTo("Zürich € \\u00 \\uzzzz"));

    [Test]
    public void Count_beyond_the_body_is_refused_before_anything_is_allocated()
    {
        var body = "17\09\0a\0b\0199999\0"u8;
        var read = new Collected();
        Assert.That(Venue.Ibkr.Messages.Answers.ServerMessages.Dispatch(body, read), Is.EqualTo(WireFault.CountOutOfBounds));
    }

    [Test]
    public void Message_of_an_unknown_number_is_skipped_by_code()
    {
        Assert.That(ClientMessages.Dispatch("4711\0x\0"u8, new Collected()), Is.EqualTo(WireFault.UnknownMessage));
        Assert.That(ClientMessages.Dispatch("x\0"u8, new Collected()), Is.EqualTo(WireFault.FieldMalformed));
        Assert.That(ClientMessages.Dispatch(default, new Collected()), Is.EqualTo(WireFault.FieldMissing));
    }
}
