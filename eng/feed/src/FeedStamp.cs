namespace Superintel.Feed;

/// <summary>Remembers what was made, so that a second run only looks whether it still lies there.</summary>
/// <param name="folders">Where the feed lies.</param>
public sealed class FeedStamp(FeedFolders folders)
{
    private const char Separator = '|';

    private static string Recipe { get; } = Feed.Recipe.Fingerprint.ReplaceLineEndings(" ");

    /// <summary>The same recipe was carried out and every file it made is still there at its size.</summary>
    public bool Stands()
    {
        if (!File.Exists(folders.Stamp))
        {
            return false;
        }

        var lines = File.ReadAllLines(folders.Stamp);
        return lines.Length > 0 && lines[0] == Recipe && lines.Skip(1).All(Stands);
    }

    public void Clear() => File.Delete(folders.Stamp);

    /// <param name="packages">The package files that the feed needs here; none where the registry has them all.</param>
    public void Write(IEnumerable<string> packages)
    {
        var dashboard = AspireTools.Executable(folders.Aspire);
        var probe = folders.AspireProbe;
        var made = packages.Append(dashboard).Append(probe).Where(File.Exists).Order(StringComparer.Ordinal);
        File.WriteAllLines(folders.Stamp, made.Select(Describe).Prepend(Recipe));
    }

    private string Describe(string file) =>
        $"{Path.GetRelativePath(folders.Repository, file)}{Separator}{new FileInfo(file).Length}";

    private bool Stands(string line)
    {
        var file = new FileInfo(Path.Combine(folders.Repository, line.Split(Separator)[0]));
        return file.Exists && Describe(file.FullName) == line;
    }
}
