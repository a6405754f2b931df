namespace Superintel.TestKit;

/// <summary>
/// Reference data that may be read but not committed: SUPERINTEL_SHARED, or "shared" beside the repository.
/// Tests that use it carry the category <see cref="Category"/> and are ignored where it is missing.
/// </summary>
public static class SharedData
{
    public const string Category = "Shared";

    /// <summary>Absolute path of a file or folder of the shared data.</summary>
    public static string Path(string relative)
    {
        var root = Environment.GetEnvironmentVariable("SUPERINTEL_SHARED") ?? System.IO.Path.Combine(Repository.Root, "..", "shared");
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, relative));
        if (!System.IO.File.Exists(path) && !Directory.Exists(path)) Assert.Ignore($"the shared data is not here: {relative}");
        return path;
    }
}
