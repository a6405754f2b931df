using System.CommandLine;
using Superintel.AppHost.Local;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Manifest;

/// <summary>Writes the committed manifest, or says where it differs from the fleet.</summary>
public static class ManifestVerb
{
    public const string FileName = "aspire-manifest.json";

    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Change nothing; fail where the file differs from the fleet" };
        var command = new Command("manifest", $"Writes {FileName}, the fleet for deployment tools") { check };
        command.SetAction((result, cancellationToken) =>
        {
            var path = Repository.Find().At(FileName);
            var manifest = AspireManifest.Write(Fleet.Describe(FleetOptions.Containers));
            return result.GetValue(check) ? Check(path, manifest, cancellationToken) : Write(path, manifest, cancellationToken);
        });
        return command;
    }

    private static async Task<int> Write(string path, string manifest, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(path, manifest, cancellationToken);
        Console.WriteLine($"{FileName} written");
        return 0;
    }

    private static async Task<int> Check(string path, string manifest, CancellationToken cancellationToken)
    {
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
