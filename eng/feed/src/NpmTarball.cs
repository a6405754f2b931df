using System.Security.Cryptography;

namespace Superintel.Feed;

/// <summary>Brings a pinned npm tarball here through the npm client, and trusts it only if its hash is the pinned one.</summary>
public static class NpmTarball
{
    private static string Client => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <returns>The path of the checked tarball inside <paramref name="folder"/>.</returns>
    public static async Task<string> TakeAsync(NpmPin pin, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var result = await Command.RunAsync(
            Client, ["pack", pin.ToString(), "--pack-destination", folder, "--ignore-scripts", "--silent"], folder, cancellationToken);
        var tarballs = Directory.GetFiles(folder, "*.tgz");
        if (!result.Succeeded || tarballs.Length != 1)
        {
            throw new FeedException(
                $"`npm pack {pin}` failed ({result.ExitCode}). Check that npm reaches a registry that has this package."
                + Environment.NewLine + result.Tail);
        }

        await CheckAsync(pin, tarballs[0], cancellationToken);
        return tarballs[0];
    }

    private static async Task CheckAsync(NpmPin pin, string tarball, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(tarball);
        var actual = "sha512-" + Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellationToken));
        if (actual != pin.Integrity)
        {
            throw new FeedException(
                $"{pin} arrived with {actual}, but {pin.Integrity} is pinned. Nothing of it was used. "
                + "Either the download is damaged (`npm cache clean --force`, then again) or the package was replaced: "
                + "ask before changing the pin.");
        }
    }
}
