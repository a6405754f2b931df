namespace Superintel.Execution.Service.Adapters.Execution.Halt;

/// <summary>A halt that came without the store: in force at once, kept in a file over a restart, and given up when the stored control is
/// known to say halted by itself.</summary>
internal sealed class HaltLatch(string path)
{
    private readonly Lock gate = new();
    private bool set = File.Exists(path);

    public bool IsSet
    {
        get
        {
            lock (gate) return set;
        }
    }

    public void Set(string reason, string by)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        lock (gate)
        {
            // In force even when the disk refuses: only a restart would forget it then, and the caller hears of that.
            set = true;
            using var stream = new FileStream(path, options);
            stream.Write(System.Text.Encoding.UTF8.GetBytes($"{by}: {reason}\n"));
            stream.Flush(flushToDisk: true);
        }
    }

    public void Release()
    {
        lock (gate)
        {
            if (!set) return;
            File.Delete(path);
            set = false;
        }
    }
}
