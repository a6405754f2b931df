using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace Superintel.ServiceDefaults.Hosting;

/// <summary>A person's settings for all services, in one file (Superintel:SettingsFile).</summary>
public static class SettingsFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Reads the file, if one is named: it wins over the program's own settings, the environment wins over it.</summary>
    /// <exception cref="InvalidOperationException">It is not there, or others than its owner may read it: it may hold keys.</exception>
    public static void AddSettingsFile(this IConfigurationManager configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["Superintel:SettingsFile"] is not { Length: > 0 } path) return;
        if (!File.Exists(path)) throw new InvalidOperationException($"The settings file {path} is not there.");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
            throw new InvalidOperationException($"The settings file {path} may hold keys and others can read it: chmod 600 {path}");
        var source = new JsonConfigurationSource { Path = path };
        source.ResolveFileProvider();
        var last = configuration.Sources.Select((one, at) => (one, at)).LastOrDefault(
            entry => entry.one is JsonConfigurationSource, (null!, -1)).at;
        configuration.Sources.Insert(last + 1, source);
    }
}
