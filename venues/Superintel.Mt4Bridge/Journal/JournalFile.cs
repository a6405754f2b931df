using System.Text.Json;
using Superintel.Venue.Mt4;

namespace Superintel.Mt4Bridge.Journal;

/// <summary>
/// An append-only file of JSON lines. A line counts when its line feed is on the disk; half a line at the end is what a crash
/// leaves and is cut off, since nothing that followed from it can have happened. One process holds the file.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    public const string Name = "journal.jsonl";
    private const int LongestLine = 16 * 1024;

    private readonly FileStream stream;
    private Exception? broken;

    private JournalFile(FileStream stream) => this.stream = stream;

    /// <summary>Opens or creates it and tells every line.</summary>
    /// <exception cref="JournalDamagedException">A line makes no sense.</exception>
    /// <exception cref="IOException">Another bridge has it.</exception>
    public static JournalFile Open(string folder, Action<JournalRecord> replay)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var stream = new FileStream(Path.Combine(folder, Name), options);
        try
        {
            stream.SetLength(Replay(stream, replay));
            stream.Seek(0, SeekOrigin.End);
            stream.Flush(flushToDisk: true);
            return new JournalFile(stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Returns when the line is on the disk.</summary>
    /// <exception cref="JournalDamagedException">It is not, and no later one will be.</exception>
    public void Append(JournalRecord record)
    {
        if (broken is not null) throw new JournalDamagedException("The journal failed before; start the bridge anew.", broken);
        var line = JsonSerializer.SerializeToUtf8Bytes(record, Mt4Json.Options);
        if (line.Length >= LongestLine) throw new ArgumentException("A line of the journal is too long.", nameof(record));
        try
        {
            stream.Write([.. line, (byte)'\n']);
            stream.Flush(flushToDisk: true);
        }
        catch (IOException failure)
        {
            broken = failure;
            throw new JournalDamagedException("The journal cannot be written.", failure);
        }
    }

    public void Dispose() => stream.Dispose();

    /// <returns>Where the last whole line ends.</returns>
    private static long Replay(FileStream stream, Action<JournalRecord> replay)
    {
        var (held, end, number) = (new byte[2 * LongestLine], 0L, 0);
        var count = 0;
        for (int read; (read = stream.Read(held, count, held.Length - count)) > 0;)
        {
            count += read;
            var begin = 0;
            for (int length; (length = held.AsSpan(begin, count - begin).IndexOf((byte)'\n')) >= 0; begin += length + 1)
            {
                replay(Parsed(held.AsSpan(begin, length), ++number));
                end += length + 1;
            }
            held.AsSpan(begin, count - begin).CopyTo(held);
            count -= begin;
            if (count >= LongestLine) throw new JournalDamagedException($"Line {number + 1} of the journal is too long.");
        }
        return end;
    }

    private static JournalRecord Parsed(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalRecord>(line, Mt4Json.Options)
                ?? throw new JournalDamagedException($"Line {number} of the journal is empty.");
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            throw new JournalDamagedException($"Line {number} of the journal cannot be read: {failure.Message}", failure);
        }
    }
}
