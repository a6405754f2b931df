using System.Text.Json;

namespace Superintel.AppHost.Local.State;

/// <summary>Small JSON files that only their owner may read, replaced as a whole so that a reader never sees half of one.</summary>
public static class PrivateFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static T? Read<T>(string path)
        where T : class
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Format);
        }
        catch (JsonException failure)
        {
            throw new FleetException($"{path} cannot be read: {failure.Message}");
        }
    }

    public static void Write<T>(string path, T value) => WriteText(path, JsonSerializer.Serialize(value, Format) + "\n");

    public static void WriteText(string path, string text)
    {
        var fresh = path + ".new";
        File.Delete(fresh);
        using (var stream = new FileStream(fresh, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }
}
