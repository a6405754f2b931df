using System.Security.Cryptography;

namespace Superintel.AppHost.Local.State;

/// <summary>Passwords and keys of one fleet, made once and kept in a file of mode 0600.</summary>
public sealed class Secrets
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private readonly Lock gate = new();
    private readonly StateFolder folder;
    private readonly SortedDictionary<string, string> values;

    private Secrets(StateFolder folder, SortedDictionary<string, string> values)
    {
        this.folder = folder;
        this.values = values;
    }

    public static Secrets Of(StateFolder folder) =>
        new(folder, PrivateFile.Read<SortedDictionary<string, string>>(folder.Secrets) ?? new(StringComparer.Ordinal));

    /// <summary>A secret in a file of its own, for programs that read it from there.</summary>
    public static string AsFile(StateFolder folder, string name, string value)
    {
        var path = Path.Combine(folder.Root, "secrets", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        PrivateFile.WriteText(path, value + "\n");
        return path;
    }

    /// <summary>The secret of that name, the same at every start.</summary>
    /// <param name="name">Lower-case words joined by hyphens.</param>
    /// <param name="length">Letters and digits it has when it is made, at least 20.</param>
    public string Of(string name, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 20);
        lock (gate)
        {
            if (!values.TryGetValue(name, out var value))
            {
                values[name] = value = RandomNumberGenerator.GetString(Alphabet, length);
                PrivateFile.Write(folder.Secrets, values);
            }

            return value;
        }
    }
}
