using System.Text.Json;

namespace Superintel.Risk.Service.Adapters.KillSwitch.Local;

/// <summary>Keeps the order over a restart: a file in the state folder that only its owner may read, replaced as a whole.</summary>
public sealed class LocalOrderFile(string path)
{
    private static readonly JsonSerializerOptions format = new(JsonSerializerDefaults.Web);

    /// <returns>Null when there is none. A file that cannot be read is an order too: somebody wanted the desk to stop.</returns>
    public LocalOrder? Read()
    {
        if (!File.Exists(path)) return null;
        try
        {
            return JsonSerializer.Deserialize<LocalOrder>(File.ReadAllText(path), format) ?? Unreadable();
        }
        catch (JsonException)
        {
            return Unreadable();
        }
    }

    public void Write(LocalOrder order)
    {
        var fresh = path + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(fresh, options))
        {
            JsonSerializer.Serialize(stream, order, format);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }

    public void Delete() => File.Delete(path);

    private LocalOrder Unreadable() => new("The order's file cannot be read.", "local", File.GetLastWriteTimeUtc(path));
}
