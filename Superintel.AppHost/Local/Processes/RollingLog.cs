namespace Superintel.AppHost.Local.Processes;

/// <summary>
/// One file of bounded size with a few predecessors: name.log, name.1.log (newer) to name.N.log (oldest). It rolls at
/// the end of a line, or of a buffer where a program writes no lines.
/// </summary>
public sealed class RollingLog : IDisposable
{
    private const byte NewLine = (byte)'\n';
    private readonly Lock gate = new();
    private readonly string path;
    private readonly long limit;
    private readonly int keep;
    private FileStream file;

    /// <param name="path">The file's path, ending in .log.</param>
    /// <param name="limit">Size in bytes at which it rolls. Default 8 MB.</param>
    /// <param name="keep">How many rolled files stay. Default 3.</param>
    public RollingLog(string path, long limit = 8 << 20, int keep = 3)
    {
        this.path = path;
        this.limit = limit;
        this.keep = keep;
        file = Open();
    }

    /// <summary>Writes a line of the host's own.</summary>
    public void Note(DateTimeOffset at, string text) =>
        Write(System.Text.Encoding.UTF8.GetBytes($"--- {at:yyyy-MM-ddTHH:mm:ss.fffZ} {text}\n"));

    /// <summary>
    /// Takes in a stream to its end. A full disk must not stop the part that prints: what cannot be written is counted
    /// and the count is written when there is room again.
    /// </summary>
    public async Task Copy(Stream source)
    {
        var buffer = new byte[16 << 10];
        long lost = 0;
        int length;
        while ((length = await source.ReadAsync(buffer)) > 0)
        {
            try
            {
                if (lost > 0)
                    Write(System.Text.Encoding.UTF8.GetBytes($"--- {lost} bytes were lost: the log could not be written\n"));
                lost = 0;
                Write(buffer.AsSpan(0, length));
            }
            catch (IOException)
            {
                lost += length;
            }
        }
    }

    /// <summary>The last lines of a log file, oldest first.</summary>
    public static IReadOnlyList<string> Tail(string path, int lines)
    {
        if (!File.Exists(path))
            return [];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Seek(-Math.Min(stream.Length, 64 << 10), SeekOrigin.End);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().TrimEnd('\n').Split('\n').TakeLast(lines)];
    }

    public void Dispose()
    {
        lock (gate)
            file.Dispose();
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            // A grandchild may hold the pipe open, and print, after its part is gone.
            if (!file.CanWrite)
                return;
            var end = bytes.LastIndexOf(NewLine);
            if (end < 0 || file.Length + bytes.Length <= limit)
            {
                file.Write(bytes);
                if (file.Length > limit)
                    Roll();
            }
            else
            {
                file.Write(bytes[..(end + 1)]);
                Roll();
                file.Write(bytes[(end + 1)..]);
            }

            file.Flush();
        }
    }

    private void Roll()
    {
        file.Dispose();
        for (var number = keep; number > 0; number--)
        {
            var from = number == 1 ? path : Numbered(number - 1);
            if (File.Exists(from))
                File.Move(from, Numbered(number), overwrite: true);
        }

        file = Open();
    }

    private string Numbered(int number) => Path.ChangeExtension(path, $"{number}.log");

    private FileStream Open() => new(path, new FileStreamOptions
    {
        Mode = FileMode.Append,
        Access = FileAccess.Write,
        Share = FileShare.ReadWrite | FileShare.Delete,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });
}
