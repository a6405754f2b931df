using System.Formats.Tar;
using System.IO.Compression;

namespace Superintel.Feed;

/// <summary>
/// Unpacks the `managed` folder that the native Aspire executable carries inside itself as a gzipped tar archive,
/// which is what `aspire setup` does, but without running the executable or touching the home folder.
/// </summary>
public static class AspireCliPayload
{
    private const string Wanted = "managed/";

    private static ReadOnlySpan<byte> GzipMagic => [0x1f, 0x8b, 0x08];

    /// <param name="tarball">The npm tarball, already checked.</param>
    /// <param name="rid">The first folder of the embedded archive, for example linux-x64.</param>
    /// <param name="folder">Receives <c>managed/...</c>.</param>
    public static void Unpack(string tarball, string rid, string folder)
    {
        var executable = ReadExecutable(tarball);
        var from = 0;
        while (executable.AsSpan(from).IndexOf(GzipMagic) is var found and >= 0)
        {
            from += found;
            if (TryUnpack(executable, from, rid + "/", folder))
            {
                return;
            }

            from++;
        }

        throw NewForm(tarball, $"holds no archive of {rid}");
    }

    private static FeedException NewForm(string tarball, string what) => new(
        $"{Path.GetFileName(tarball)} {what}. The Aspire package has a new form: pin the version that this was written for.");

    private static byte[] ReadExecutable(string tarball)
    {
        using var stream = File.OpenRead(tarball);
        using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.Name is "package/bin/aspire" or "package/bin/aspire.exe" && entry.DataStream is { } data)
            {
                var bytes = new byte[entry.Length];
                data.ReadExactly(bytes);
                return bytes;
            }
        }

        throw NewForm(tarball, "has no package/bin/aspire");
    }

    // The executable also carries other archives and stray magic bytes: only the one that begins with the platform's folder is meant.
    private static bool TryUnpack(byte[] executable, int offset, string root, string folder)
    {
        using var source = new MemoryStream(executable, offset, executable.Length - offset, writable: false);
        using var gzip = new GZipStream(source, CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        try
        {
            if (tar.GetNextEntry()?.Name != root)
            {
                return false;
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or NotSupportedException)
        {
            return false;
        }

        while (tar.GetNextEntry() is { } entry)
        {
            Extract(entry, root, folder);
        }

        return true;
    }

    private static void Extract(TarEntry entry, string root, string folder)
    {
        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            || !entry.Name.StartsWith(root + Wanted, StringComparison.Ordinal))
        {
            return;
        }

        var target = Path.GetFullPath(Path.Combine(folder, entry.Name[root.Length..]));
        if (!target.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new FeedException($"The archive names a file outside its folder: {entry.Name}.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        entry.ExtractToFile(target, overwrite: true);
    }
}
