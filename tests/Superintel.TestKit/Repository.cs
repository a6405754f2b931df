namespace Superintel.TestKit;

/// <summary>Files of the repository the tests were built in.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Absolute path of a repository file, given with forward slashes.</summary>
    public static string File(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Superintel.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Superintel.sln is in no folder above the test assembly.");
    }
}
