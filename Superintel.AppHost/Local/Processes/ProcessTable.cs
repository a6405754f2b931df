using System.Globalization;

namespace Superintel.AppHost.Local.Processes;

/// <summary>Reads /proc. Processes come and go while it is read, so every answer may be "not there".</summary>
public static class ProcessTable
{
    /// <summary>Start time in clock ticks since boot; null when there is no such process or it is a zombie.</summary>
    public static long? StartTicks(int pid) => Stat(pid) is { State: not 'Z' } stat ? stat.StartTicks : null;

    public static int? Parent(int pid) => Stat(pid)?.Parent;

    /// <summary>Memory of a process and all its descendants, each counted with its share of shared pages.</summary>
    public static long MemoryBytes(int root)
    {
        var children = new Dictionary<int, List<int>>();
        foreach (var pid in Pids())
        {
            if (Stat(pid) is not { } stat)
                continue;
            if (!children.TryGetValue(stat.Parent, out var siblings))
                children[stat.Parent] = siblings = [];
            siblings.Add(pid);
        }

        long total = 0;
        var open = new Stack<int>([root]);
        while (open.TryPop(out var pid))
        {
            total += ProportionalBytes(pid);
            foreach (var child in children.GetValueOrDefault(pid, []))
                open.Push(child);
        }

        return total;
    }

    public static string Command(int pid) => (Read($"/proc/{pid}/comm") ?? "unknown").Trim();

    public static IEnumerable<int> Pids() =>
        Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture));

    internal static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long ProportionalBytes(int pid)
    {
        var text = Read($"/proc/{pid}/smaps_rollup") ?? Read($"/proc/{pid}/status");
        var line = text?.Split('\n').FirstOrDefault(line => line.StartsWith("Pss:", StringComparison.Ordinal))
            ?? text?.Split('\n').FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kilobytes = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var number, ..] ? number : "0";
        return long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024;
    }

    private static (char State, int Parent, long StartTicks)? Stat(int pid)
    {
        // The program's name stands in parentheses and may itself hold spaces and parentheses: proc_pid_stat(5).
        if (Read($"/proc/{pid}/stat") is not { } text)
            return null;
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (fields[0][0], int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[19], CultureInfo.InvariantCulture));
    }
}
