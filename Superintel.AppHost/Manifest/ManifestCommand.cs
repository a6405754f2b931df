using Superintel.AppHost.Model;

namespace Superintel.AppHost.Manifest;

/// <summary>`manifest`: writes the committed manifest, or with --check says where it differs from the fleet.</summary>
public static class ManifestCommand
{
    public const string FileName = "aspire-manifest.json";

    /// <returns>0 written or equal; 1 different; 2 wrong arguments.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments.Any(argument => argument != "--check"))
        {
            await Console.Error.WriteLineAsync("usage: manifest [--check]");
            return 2;
        }

        var path = Path.Combine(Repository.Root, FileName);
        var manifest = AspireManifest.Write(Fleet.Describe(FleetOptions.Containers));
        if (arguments.Count == 0)
        {
            await File.WriteAllTextAsync(path, manifest, cancellationToken);
            Console.WriteLine($"{FileName} written");
            return 0;
        }

        var committed = File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : "";
        if (ManifestDifference.Between(committed, manifest) is not { } difference)
        {
            Console.WriteLine($"{FileName} is what the fleet says");
            return 0;
        }

        await Console.Error.WriteLineAsync($"{FileName} is out of date: {difference}");
        await Console.Error.WriteLineAsync("Write it anew: dotnet run --project Superintel.AppHost -- manifest");
        return 1;
    }
}
