using System.Globalization;
using System.Text;

namespace Superintel.AppHost.Local.State;

/// <summary>Held by the one host that runs the fleet of a state folder; the kernel gives it back however the host ends.</summary>
public sealed class FleetLock : IDisposable
{
    private readonly FileStream file;

    private FleetLock(FileStream file) => this.file = file;

    /// <returns>Null when another host holds it.</returns>
    public static FleetLock? Take(StateFolder folder)
    {
        FileStream file;
        try
        {
            file = new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }

        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        file.Flush();
        return new FleetLock(file);
    }

    /// <returns>The pid of the host that holds it; null when nobody does.</returns>
    public static int? Holder(StateFolder folder)
    {
        if (!File.Exists(folder.Lock))
            return null;
        try
        {
            using var free = new FileStream(folder.Lock, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return null;
        }
        catch (IOException)
        {
            using var held = new FileStream(folder.Lock, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(held);
            return int.TryParse(reader.ReadToEnd(), CultureInfo.InvariantCulture, out var pid) ? pid : 0;
        }
    }

    public void Dispose() => file.Dispose();
}
