using System.Buffers.Binary;

namespace Superintel.Feed;

/// <summary>
/// Reads the files inside a .NET single-file application.
/// The format is that of dotnet/designs, "Single-file Publish": a signature in the host, eight bytes before it the header's offset.
/// </summary>
public sealed class SingleFileBundle
{
    private const int MaxFiles = 10_000;

    private readonly byte[] _image;
    private readonly SortedDictionary<string, Range> _files = new(StringComparer.Ordinal);

    private SingleFileBundle(byte[] image) => _image = image;

    private static ReadOnlySpan<byte> Signature =>
    [
        0x8b, 0x12, 0x02, 0xb9, 0x6a, 0x61, 0x20, 0x38, 0x72, 0x7b, 0x93, 0x02, 0x14, 0xd7, 0xa0, 0x32,
        0x13, 0xf5, 0xb9, 0xe6, 0xef, 0xae, 0x33, 0x18, 0xee, 0x3b, 0x2d, 0xce, 0x24, 0xb3, 0x6a, 0xae,
    ];

    /// <summary>Relative paths of the bundled files, in ordinal order.</summary>
    public IEnumerable<string> Names => _files.Keys;

    /// <exception cref="FeedException">No bundle, an unknown version, or a compressed or misplaced file in it.</exception>
    public static SingleFileBundle Read(byte[] image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var signature = image.AsSpan().IndexOf(Signature);
        if (signature < sizeof(long))
        {
            throw new FeedException("The file is not a .NET single-file application: its signature is missing.");
        }

        var header = BinaryPrimitives.ReadInt64LittleEndian(image.AsSpan(signature - sizeof(long)));
        if (header <= 0 || header >= image.Length)
        {
            throw new FeedException($"The single-file application's header lies outside it, at {header}.");
        }

        var bundle = new SingleFileBundle(image);
        using var reader = new BinaryReader(new MemoryStream(image, (int)header, image.Length - (int)header, writable: false));
        bundle.ReadEntries(reader);
        return bundle;
    }

    public ReadOnlySpan<byte> this[string name] => _files.TryGetValue(name, out var range)
        ? _image.AsSpan(range)
        : throw new FeedException($"The single-file application has no {name}.");

    private void ReadEntries(BinaryReader reader)
    {
        var major = reader.ReadUInt32();
        _ = reader.ReadUInt32();
        var count = reader.ReadInt32();
        if (major != 6 || count is < 1 or > MaxFiles)
        {
            throw new FeedException($"Unknown single-file bundle: version {major} with {count} files; version 6 was expected.");
        }

        _ = reader.ReadString();
        reader.BaseStream.Seek((4 * sizeof(long)) + sizeof(ulong), SeekOrigin.Current);
        for (var i = 0; i < count; i++)
        {
            var (offset, size, compressed) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
            _ = reader.ReadByte();
            var name = reader.ReadString();
            if (compressed != 0 || offset < 0 || size < 0 || offset + size > _image.Length)
            {
                throw new FeedException($"The single-file application's {name} is compressed or lies outside it.");
            }

            _files[name] = (int)offset..(int)(offset + size);
        }
    }
}
