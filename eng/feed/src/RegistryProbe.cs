using System.Globalization;
using System.Text;

namespace Superintel.Feed;

/// <summary>
/// Asks whether the machine's own package sources have exact package versions, by restoring them into an empty folder
/// with the local feed switched off: what the global package cache holds proves nothing about the registry.
/// </summary>
public static class RegistryProbe
{
    public static async Task<bool> HasAllAsync(
        string folder, IEnumerable<KeyValuePair<string, string>> packages, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), WithoutFeed, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "probe.proj"), Project(packages), cancellationToken);
        var result = await Command.RunAsync("dotnet", ["restore", "probe.proj", "--nologo", "-v", "q"], folder, cancellationToken);
        Directory.Delete(folder, recursive: true);

        // NU1101 and NU1102: the sources answered, and lack the package or the version. Anything else is not an answer.
        if (!result.Succeeded && !result.Output.Contains("NU1101") && !result.Output.Contains("NU1102"))
        {
            throw new FeedException(
                $"The package sources could not be asked (`dotnet restore` ended with {result.ExitCode})."
                + Environment.NewLine + result.Tail);
        }

        return result.Succeeded;
    }

    private const string WithoutFeed = """
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <disabledPackageSources>
            <add key="superintel-feed" value="true" />
          </disabledPackageSources>
        </configuration>
        """;

    // Written out with its SDK imports so that the repository's Directory.*.props can be kept away.
    private static string Project(IEnumerable<KeyValuePair<string, string>> packages)
    {
        var text = new StringBuilder("""
            <Project>
              <PropertyGroup>
                <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
                <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
                <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
              </PropertyGroup>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RestorePackagesPath>$(MSBuildProjectDirectory)/packages</RestorePackagesPath>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>

            """);
        foreach (var (id, version) in packages)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"""    <PackageDownload Include="{id}" Version="[{version}]" />""");
        }

        return text.Append("""
              </ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
            </Project>
            """).ToString();
    }
}
