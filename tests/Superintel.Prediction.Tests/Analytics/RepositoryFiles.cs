namespace Superintel.Prediction.Tests.Analytics;

/// <summary>Finds the repository's own files and the reference folder beside it.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Fixture(string name) => Path.Combine(Root, "tests/Superintel.Prediction.Tests/Analytics/Fixtures", name);

    public static string Sample(string name) => Path.Combine(Root, "data/sample", name);

    /// <summary>Path below the shared data folder; the test is ignored where the folder is missing.</summary>
    public static string Shared(string name)
    {
        string folder = Environment.GetEnvironmentVariable("SUPERINTEL_SHARED") ?? Path.Combine(Root, "../shared");
        if (!Directory.Exists(folder))
        {
            Assert.Ignore($"no reference data at {folder} (set SUPERINTEL_SHARED)");
        }

        return Path.Combine(folder, "data", name);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Superintel.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("no Superintel.sln above the tests");
    }
}
