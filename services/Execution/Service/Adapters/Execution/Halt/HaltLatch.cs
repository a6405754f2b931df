using System.Globalization;
using System.Text;
using Superintel.Execution.Execution.Control;

namespace Superintel.Execution.Service.Adapters.Execution.Halt;

/// <summary>
/// A halt that came without the store: in force at once, kept in a file over a restart, and given up when the store has taken in a halt
/// that is newer than it. One that the store had before may be overtaken by a change that is still on its way.
/// </summary>
internal sealed class HaltLatch(string path)
{
    private readonly Lock gate = new();
    private bool set = File.Exists(path);
    private string why = Line(path, 0) ?? "halted";
    private long? after = ReadAfter(path);
    private int times;

    public bool IsSet
    {
        get
        {
            lock (gate) return set;
        }
    }

    /// <summary>Counts the halts: what was read before the newest says nothing of it.</summary>
    public int Times
    {
        get
        {
            lock (gate) return times;
        }
    }

    /// <summary>A halt that is no change of the stored kill switch yet.</summary>
    public void Set(string reason, string by)
    {
        lock (gate)
        {
            // In force even when the disk refuses: only a restart would forget it then, and the caller hears of that.
            (set, after, times) = (true, null, times + 1);
            why = $"{by}: {reason}".ReplaceLineEndings(" ");
            Write();
        }
    }

    /// <summary>A halt that is on its way into the store. It needs no file: after a restart the bus brings it again.</summary>
    public void Expect(long version)
    {
        lock (gate)
        {
            // Beside a halt without a version it is one more that the look at the store may find.
            after = !set ? version - 1 : after is { } other ? Math.Max(other, version - 1) : null;
            (set, times) = (true, times + 1);
        }
    }

    /// <summary>What a transaction found in the store, where it is sure to stay.</summary>
    /// <param name="found">Read after so many halts.</param>
    public void Compare(TradingControl found, int readAfter)
    {
        lock (gate)
        {
            if (!set || readAfter != times) return;
            if (after is null)
            {
                after = found.Version;
                Write();
            }
            else if (found.LastHalted > after)
            {
                File.Delete(path);
                (set, after) = (false, null);
            }
        }
    }

    private void Write()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        var newerThan = after is { } version ? string.Create(CultureInfo.InvariantCulture, $"{version}\n") : "";
        stream.Write(Encoding.UTF8.GetBytes($"{why}\n{newerThan}"));
        stream.Flush(flushToDisk: true);
    }

    // A file that says no more than that it is there is a halt all the same.
    private static string? Line(string path, int number) => File.Exists(path) ? File.ReadLines(path).ElementAtOrDefault(number) : null;

    private static long? ReadAfter(string path) =>
        long.TryParse(Line(path, 1), CultureInfo.InvariantCulture, out var version) ? version : null;
}
