using System.Globalization;

namespace Superintel.AppHost.Local.State;

/// <summary>Held by the one host that runs the fleet of a state folder; the kernel gives it back however the host ends.</summary>
public sealed class FleetLock : IDisposable
{
    private const int Attempts = 50;
    private readonly FileStream file;

    private FleetLock(FileStream file) => this.file = file;

    /// <returns>Null when another host holds it.</returns>
    public static FleetLock? Take(StateFolder folder)
    {
        // Somebody who looks holds it for a moment; a host holds it for as long as it lives.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Taken(folder, new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (attempt < Attempts)
            {
                Thread.Yield();
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    private static FleetLock Taken(StateFolder folder, FileStream file)
    {
        PrivateFile.WriteText(folder.HostPid, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new FleetLock(file);
    }

    /// <returns>The pid of the host that holds it, 0 when it holds it but has not said so yet; null when nobody does.</returns>
    public static int? Holder(StateFolder folder)
    {
        if (!File.Exists(folder.Lock))
            return null;
        try
        {
            // A look is shared, so that two who look do not take each other for a host.
            using var look = new FileStream(folder.Lock, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return null;
        }
        catch (IOException)
        {
            return File.Exists(folder.HostPid) && int.TryParse(File.ReadAllText(folder.HostPid), CultureInfo.InvariantCulture, out var pid)
                ? pid
                : 0;
        }
    }

    public void Dispose() => file.Dispose();
}
