namespace Superintel.Architecture.Tests;

/// <summary>The repository these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", ".git", ".superintel", "artifacts", "dist", ".cache"];

    public static string Root { get; } = Find();

    /// <summary>Files that git could track, with paths relative to the root, in a fixed order.</summary>
    public static IEnumerable<string> Files(params string[] extensions) =>
        Walk(Root).Where(file => extensions.Contains(Path.GetExtension(file))).Select(file => Path.GetRelativePath(Root, file))
            .Order(StringComparer.Ordinal);

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder)) yield return file;
        foreach (var child in Directory.EnumerateDirectories(folder).Where(child => !Skipped.Contains(Path.GetFileName(child))))
            foreach (var file in Walk(child)) yield return file;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Superintel.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("Superintel.sln is in no folder above the tests.");
    }
}
