using System.Globalization;

namespace Superintel.AppHost.Local.Processes;

/// <summary>Finds who listens on a TCP port, by /proc/net/tcp and the sockets that processes hold.</summary>
public static class PortOwner
{
    private const string Listening = "0A";

    /// <returns>For example <c>pid 4711 (nginx)</c>; null when nobody is found or it is another user's process.</returns>
    public static string? Find(int port)
    {
        var sockets = Inodes(port).Select(inode => $"socket:[{inode}]").ToHashSet(StringComparer.Ordinal);
        if (sockets.Count == 0)
            return null;
        foreach (var pid in ProcessTable.Pids())
        {
            if (Links(pid).Any(sockets.Contains))
                return $"pid {pid} ({ProcessTable.Command(pid)})";
        }

        return null;
    }

    private static IEnumerable<string> Inodes(int port)
    {
        var suffix = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        foreach (var table in (string[])["/proc/net/tcp", "/proc/net/tcp6"])
        {
            foreach (var line in (ProcessTable.Read(table) ?? "").Split('\n').Skip(1))
            {
                var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (fields.Length > 9 && fields[1].EndsWith(suffix, StringComparison.Ordinal) && fields[3] == Listening)
                    yield return fields[9];
            }
        }
    }

    private static IReadOnlyList<string> Links(int pid)
    {
        try
        {
            return [.. Directory.GetFiles($"/proc/{pid}/fd").Select(file => new FileInfo(file).LinkTarget ?? "")];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
