using System.Runtime.InteropServices;

namespace Superintel.Feed;

/// <summary>Keeps `managed/aspire-managed` of the pinned Aspire CLI in a git-ignored folder: the dashboard of the local fleet.</summary>
public static class AspireTools
{
    /// <returns>The folder that holds <c>managed/</c>, unpacked and whole.</returns>
    public static async Task<string> UnpackAsync(NpmPin pin, string rid, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pin);
        var mark = Path.Combine(folder, "unpacked.txt");
        if (File.Exists(mark) && await File.ReadAllTextAsync(mark, cancellationToken) == pin.Integrity)
        {
            return folder;
        }

        Console.WriteLine($"feed: taking {pin} (about 130 MB)");
        var unfinished = folder + ".tmp";
        Discard(unfinished);
        var tarball = await NpmTarball.TakeAsync(pin, Path.Combine(unfinished, "npm"), cancellationToken);
        AspireCliPayload.Unpack(tarball, rid, unfinished);
        Directory.Delete(Path.Combine(unfinished, "npm"), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(unfinished, "unpacked.txt"), pin.Integrity, cancellationToken);
        Discard(folder);
        Directory.Move(unfinished, folder);
        return folder;
    }

    public static string Executable(string folder) =>
        Path.Combine(folder, "managed", OperatingSystem.IsWindows() ? "aspire-managed.exe" : "aspire-managed");

    /// <summary>The platform this process runs on, in the form of the recipe's keys.</summary>
    public static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return RuntimeInformation.ProcessArchitecture is Architecture.Arm64 ? $"{system}-arm64" : $"{system}-x64";
    }

    private static void Discard(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
