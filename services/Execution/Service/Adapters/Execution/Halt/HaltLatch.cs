using System.Globalization;
using System.Text;
using Superintel.Execution.Execution.Control;

namespace Superintel.Execution.Service.Adapters.Execution.Halt;

/// <summary>
/// A halt that came without the store: in force at once, kept in a file over a restart, and given up when the store has taken in a halt
/// that is newer than it. One that the store had before may be overtaken by a change that is still on its way.
/// </summary>
internal sealed partial class HaltLatch
{
    private readonly Lock gate = new();
    private readonly string path;
    private readonly ILogger<HaltLatch> log;
    private bool set;
    private string why;
    private long? after;
    private int times;
    private bool isStuck;

    public HaltLatch(string path, ILogger<HaltLatch> log)
    {
        (this.path, this.log) = (path, log);
        set = File.Exists(path);
        // A file that says no more than that it is there is a halt all the same.
        string[] lines = [];
        if (set) Touch(() => lines = [.. File.ReadLines(path).Take(2)]);
        why = lines is [var first, ..] ? first : "halted";
        after = lines is [_, var second] && long.TryParse(second, CultureInfo.InvariantCulture, out var version) ? version : null;
    }

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
                Touch(Write); // without it a restart would look at the store once more
            }
            else if (found.LastHalted > after && Touch(Delete)) (set, after) = (false, null);
        }
    }

    // Every transaction comes by here: one file must not stop them all. What cannot be deleted would halt again at the next start, so that
    // the halt stays until it can.
    private bool Touch(Action work)
    {
        try
        {
            work();
            isStuck = false;
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (!isStuck) Stuck(log, failure, path);
            isStuck = true;
            return false;
        }
    }

    private void Delete()
    {
        if (File.Exists(path) || Directory.Exists(path)) File.Delete(path);
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

    [LoggerMessage(5015, LogLevel.Error, "the file of a halt, {Path}, cannot be used: the desk stays halted until it can be deleted")]
    private static partial void Stuck(ILogger logger, Exception failure, string path);
}
