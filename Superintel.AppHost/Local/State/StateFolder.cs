using System.Security.Cryptography;
using System.Text;

namespace Superintel.AppHost.Local.State;

/// <summary>Where a fleet keeps everything: data, logs, ports, secrets. One folder, one fleet.</summary>
public sealed class StateFolder
{
    // sockaddr_un holds 108 bytes, the terminating zero included.
    private const int LongestSocketPath = 100;

    public StateFolder(string path)
    {
        Root = Path.GetFullPath(path);
        ControlSocket = Path.Combine(Root, "control.sock");
        if (Encoding.UTF8.GetByteCount(ControlSocket) > LongestSocketPath)
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)));
            ControlSocket = Path.Combine(Path.GetTempPath(), $"superintel-{digest[..16]}.sock");
        }
    }

    public string Root { get; }

    public string Logs => Path.Combine(Root, "logs");

    /// <summary>What the host itself said, when it runs detached.</summary>
    public string HostLog => LogOf("fleet");

    public string Lock => Path.Combine(Root, "fleet.lock");

    public string HostPid => Path.Combine(Root, "fleet.pid");

    public string ControlSocket { get; }

    public string Ports => Path.Combine(Root, "ports.json");

    public string Secrets => Path.Combine(Root, "secrets.json");

    /// <summary>What kind of fleet the folder belongs to.</summary>
    public string Mode => Path.Combine(Root, "mode.json");

    /// <summary>A person's own settings for the services; need not be there.</summary>
    public string Settings => Path.Combine(Root, "settings.json");

    public string Admin => Path.Combine(Root, "admin.json");

    /// <summary>Notes of the journal's end, outside its database.</summary>
    public string JournalAnchors => Path.Combine(Root, "journal-anchors.jsonl");

    public string Processes => Path.Combine(Root, "processes.json");

    public string LogOf(string part) => Path.Combine(Logs, $"{part}.log");

    public string DataOf(string part) => Path.Combine(Root, part);

    public void Create()
    {
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Logs, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
