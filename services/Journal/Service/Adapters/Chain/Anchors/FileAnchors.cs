using System.Text.Json;
using Superintel.Journal.Chain.Anchors;
using Superintel.Journal.Chain.Ports;

namespace Superintel.Journal.Service.Adapters.Chain.Anchors;

/// <summary>A file with one note a line. A last line without its end is a crash in the middle of a note, and was never promised.</summary>
public sealed class FileAnchors(string path) : IAnchors
{
    /// <summary>Beyond this every second note is dropped: old ends may be further apart.</summary>
    public const int Most = 20_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<IReadOnlyList<Anchor>> All(CancellationToken ct)
    {
        if (!File.Exists(path)) return [];
        var text = await File.ReadAllTextAsync(path, ct);
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var anchors = lines.Select(Read).ToArray();
        for (var i = 1; i < anchors.Length; i++)
        {
            if (anchors[i].Sequence <= anchors[i - 1].Sequence)
                throw new InvalidDataException($"Line {i + 1} of {path} does not come after the one before.");
        }
        return anchors;
    }

    public async Task Add(Anchor anchor, CancellationToken ct)
    {
        var known = await All(ct);
        if (known.Count >= Most) await Thin(known, ct);
        else await CutTornLine(ct);
        await using var file = Append(path);
        await file.WriteAsync(Line(anchor), ct);
        file.Flush(flushToDisk: true);
    }

    private static byte[] Line(Anchor anchor) => [.. JsonSerializer.SerializeToUtf8Bytes(anchor, Json), (byte)'\n'];

    private static FileStream Append(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private Anchor Read(string line, int index)
    {
        try
        {
            if (JsonSerializer.Deserialize<Anchor>(line, Json) is { Sequence: > 0, Hash.Length: > 0 } anchor) return anchor;
        }
        catch (JsonException)
        {
            // Said below, with the place.
        }
        throw new InvalidDataException($"Line {index + 1} of {path} is not a note of the journal.");
    }

    private async Task CutTornLine(CancellationToken ct)
    {
        if (!File.Exists(path)) return;
        var text = await File.ReadAllBytesAsync(path, ct);
        var whole = Array.LastIndexOf(text, (byte)'\n') + 1;
        if (whole == text.Length) return;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        file.SetLength(whole);
    }

    private async Task Thin(IReadOnlyList<Anchor> known, CancellationToken ct)
    {
        var next = path + ".next";
        File.Delete(next);
        await using (var file = Append(next))
        {
            for (var i = 1; i < known.Count; i += 2) await file.WriteAsync(Line(known[i]), ct);
            file.Flush(flushToDisk: true);
        }
        File.Move(next, path, overwrite: true);
    }
}
