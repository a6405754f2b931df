namespace Superintel.Feed;

/// <summary>Where the feed lies inside the repository.</summary>
/// <param name="Feed">The folder <c>eng/feed</c>, absolute.</param>
public sealed record FeedFolders(string Feed)
{
    public string Repository => Path.GetFullPath(Path.Combine(Feed, "..", ".."));

    public string Packages => Path.Combine(Feed, "packages");

    public string Cache => Path.Combine(Feed, ".cache");

    /// <summary>The unpacked Aspire tools; <c>managed/aspire-managed</c> in it starts the dashboard.</summary>
    public string Aspire => Path.Combine(Cache, "aspire");

    public string Stamp => Path.Combine(Cache, "feed.stamp");

    public string AspireProbe => Path.Combine(Repository, "Aspire.probe.props");

    /// <summary>Locates the folder from the running file-based program, whatever the current folder is.</summary>
    public static FeedFolders Locate()
    {
        var entry = AppContext.GetData("EntryPointFileDirectoryPath") as string;
        return entry is not null && File.Exists(Path.Combine(entry, "build.cs"))
            ? new FeedFolders(Path.GetFullPath(entry))
            : throw new FeedException("Start the feed as `dotnet run eng/feed/build.cs`: its folder is found from that file.");
    }
}
