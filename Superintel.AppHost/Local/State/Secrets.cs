using System.Security.Cryptography;

namespace Superintel.AppHost.Local.State;

/// <summary>Passwords and keys of one fleet, made once and kept in a file of mode 0600.</summary>
public sealed class Secrets
{
    private readonly StateFolder folder;
    private readonly SortedDictionary<string, string> values;

    private Secrets(StateFolder folder, SortedDictionary<string, string> values)
    {
        this.folder = folder;
        this.values = values;
    }

    /// <summary>The secret of that name: 256 random bits in hexadecimal, the same at every start.</summary>
    public string this[string name]
    {
        get
        {
            if (!values.TryGetValue(name, out var value))
            {
                values[name] = value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
                PrivateFile.Write(folder.Secrets, values);
            }

            return value;
        }
    }

    public static Secrets Of(StateFolder folder) =>
        new(folder, PrivateFile.Read<SortedDictionary<string, string>>(folder.Secrets) ?? new(StringComparer.Ordinal));

    /// <summary>The secret in a file of its own, for programs that read it from there.</summary>
    public string AsFile(string name)
    {
        var path = Path.Combine(folder.Root, "secrets", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        PrivateFile.WriteText(path, this[name] + "\n");
        return path;
    }
}
