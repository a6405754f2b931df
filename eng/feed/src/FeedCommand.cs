namespace Superintel.Feed;

/// <summary>The command: asks the registry, fills the feed if it must, keeps the dashboard, and remembers that it did.</summary>
public static class FeedCommand
{
    private const string Usage = """
        dotnet run eng/feed/build.cs [-- --force]

        Fills eng/feed/packages with the packages that this machine's registry lacks, keeps the Aspire dashboard
        under eng/feed/.cache/aspire, and writes Aspire.probe.props where Aspire's packages do not restore.
        Does nothing when it was done before.

          --force   start from nothing
        """;

    /// <returns>0 done; 1 failed, with what to do on standard error; 2 wrong arguments.</returns>
    public static async Task<int> RunAsync(IReadOnlyCollection<string> arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments.Any(argument => argument != "--force"))
        {
            Console.WriteLine(Usage);
            return arguments.Contains("--help") ? 0 : 2;
        }

        try
        {
            await RunAsync(FeedFolders.Locate(), arguments.Count > 0, cancellationToken);
            return 0;
        }
        catch (FeedException failure)
        {
            await Console.Error.WriteLineAsync($"feed: {failure.Message}");
            return 1;
        }
    }

    private static async Task RunAsync(FeedFolders folders, bool force, CancellationToken cancellationToken)
    {
        var stamp = new FeedStamp(folders);
        if (!force && stamp.Stands())
        {
            Console.WriteLine("feed: up to date");
            return;
        }

        if (force && Directory.Exists(folders.Cache))
        {
            Directory.Delete(folders.Cache, recursive: true);
        }

        Directory.CreateDirectory(folders.Cache);
        stamp.Clear();
        Console.WriteLine("feed: asking the package registry what it has");
        var hosting = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Aspire.AppHost.Sdk"] = Recipe.AspireHostingVersion,
            ["Aspire.Hosting.AppHost"] = Recipe.AspireHostingVersion,
            ["Aspire.Hosting.PostgreSQL"] = Recipe.AspireHostingVersion,
        };
        var packages = RegistryProbe.HasAllAsync(Path.Combine(folders.Cache, "probe-packages"), Recipe.Packages, cancellationToken);
        var aspire = RegistryProbe.HasAllAsync(Path.Combine(folders.Cache, "probe-aspire"), hosting, cancellationToken);
        await Task.WhenAll(packages, aspire);

        await AspireProbe.WriteAsync(folders.AspireProbe, await aspire, cancellationToken);
        await FillAsync(folders, await packages, cancellationToken);
        await KeepDashboardAsync(folders, cancellationToken);
        stamp.Write(await packages ? [] : Directory.GetFiles(folders.Packages, "*.nupkg"));
    }

    private static async Task FillAsync(FeedFolders folders, bool registryHasAll, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folders.Packages);
        foreach (var old in Directory.GetFiles(folders.Packages, "*.nupkg*"))
        {
            File.Delete(old);
        }

        if (registryHasAll)
        {
            Console.WriteLine("feed: the registry has every package; the feed stays empty");
            return;
        }

        var folder = AspireTools.Platform() == Recipe.PackageSource ? folders.Aspire : Path.Combine(folders.Cache, "source");
        await AspireTools.UnpackAsync(Recipe.AspireCli[Recipe.PackageSource], Recipe.PackageSource, folder, cancellationToken);
        var image = await File.ReadAllBytesAsync(Path.Combine(folder, "managed", "aspire-managed"), cancellationToken);
        var bundle = SingleFileBundle.Read(image);
        foreach (var package in DependencyManifest.Find(bundle["aspire-managed.deps.json"], Recipe.Packages))
        {
            PackageFile.Write(folders.Packages, package, bundle);
        }

        Console.WriteLine($"feed: {Recipe.Packages.Count} packages in eng/feed/packages");
    }

    private static async Task KeepDashboardAsync(FeedFolders folders, CancellationToken cancellationToken)
    {
        var platform = AspireTools.Platform();
        if (!Recipe.AspireCli.TryGetValue(platform, out var pin))
        {
            Console.WriteLine(
                $"feed: no dashboard on {platform}: eng/feed/src/Recipe.cs pins none. "
                + $"Add what `npm view @microsoft/aspire-cli-{platform}@{Recipe.AspireVersion} dist.integrity` says, if you trust it.");
            return;
        }

        var folder = await AspireTools.UnpackAsync(pin, platform, folders.Aspire, cancellationToken);
        Console.WriteLine($"feed: dashboard at {Path.GetRelativePath(folders.Repository, AspireTools.Executable(folder))}");
    }
}
