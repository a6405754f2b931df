using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Superintel.Venue.Binance.Streams;

namespace Superintel.Execution.Tests.Trading.Binance.OverSocket;

/// <summary>Frames as RFC 6455 has them; the document's own example among them.</summary>
public sealed class ClientFrameTests
{
    // Section 5.7: a single-frame masked text message.
    [Test]
    public void Hello_is_framed_as_in_the_document() => Assert.That(
        Framed(Encoding.ASCII.GetBytes("Hello"), [0x37, 0xFA, 0x21, 0x3D]),
        Is.EqualTo(Convert.FromHexString("818537FA213D7F9F4D5158")));

    [TestCase(0, 6)]
    [TestCase(125, 6)]
    [TestCase(126, 8)]
    [TestCase(65_535, 8)]
    public void Length_is_told_in_the_fewest_bytes(int length, int header)
    {
        var frame = Framed(new byte[length], [1, 2, 3, 4]);
        var told = (frame[1] & 0x7F) == 126 ? BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(2)) : frame[1] & 0x7F;
        Assert.That((frame.Length - length, told), Is.EqualTo((header, length)));
    }

    [Test]
    public void Text_that_is_too_long_is_not_begun() => Assert.That(
        () => Framed(new byte[ClientFrame.Longest + 1], new byte[4]), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [FsCheck.NUnit.Property]
    public Property Text_is_what_it_was_once_the_mask_is_taken_off() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<uint>(), (text, drawn) =>
        {
            var mask = BitConverter.GetBytes(drawn);
            var frame = Framed(text, mask);
            var masked = frame.AsSpan(frame.Length - text.Length).ToArray();
            return masked.Select((value, i) => (byte)(value ^ mask[i % 4])).SequenceEqual(text)
                && frame.AsSpan(frame.Length - text.Length - 4, 4).SequenceEqual(mask);
        });

    private static byte[] Framed(byte[] text, byte[] mask)
    {
        var into = new byte[text.Length + ClientFrame.Header];
        return into[ClientFrame.Write(text, mask, into)..];
    }
}
