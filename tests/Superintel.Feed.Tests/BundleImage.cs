using System.Text;

namespace Superintel.Feed.Tests;

/// <summary>A single-file application without a program: some host bytes, the files, the header that names them.</summary>
internal static class BundleImage
{
    private static readonly byte[] Signature =
        Convert.FromHexString("8b1202b96a612038727b930214d7a03213f5b9e6efae3318ee3b2dce24b36aae");

    public static byte[] Of(params (string Name, string Content)[] files) => Write(6, 0, Encode(files));

    public static byte[] Of(params (string Name, byte[] Content)[] files) => Write(6, 0, files);

    public static byte[] OfVersion(uint version, params (string Name, string Content)[] files) => Write(version, 0, Encode(files));

    public static byte[] WithCompressed(params (string Name, string Content)[] files) => Write(6, 1, Encode(files));

    private static (string Name, byte[] Content)[] Encode((string Name, string Content)[] files) =>
        [.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Content)))];

    private static byte[] Write(uint version, long compressed, (string Name, byte[] Content)[] files)
    {
        var image = new MemoryStream();
        using var writer = new BinaryWriter(image, Encoding.UTF8);
        writer.Write(new byte[64]);
        var headerOffset = image.Position;
        writer.Write(0L);
        writer.Write(Signature);
        var offsets = new List<long>();
        foreach (var file in files)
        {
            offsets.Add(image.Position);
            writer.Write(file.Content);
        }

        var header = image.Position;
        writer.Write(version);
        writer.Write(0u);
        writer.Write(files.Length);
        writer.Write("bundle-id");
        writer.Write(new byte[40]);
        foreach (var (file, offset) in files.Zip(offsets))
        {
            writer.Write(offset);
            writer.Write((long)file.Content.Length);
            writer.Write(compressed);
            writer.Write((byte)1);
            writer.Write(file.Name);
        }

        image.Position = headerOffset;
        writer.Write(header);
        return image.ToArray();
    }
}
