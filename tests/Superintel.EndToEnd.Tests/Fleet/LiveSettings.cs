using System.Runtime.Versioning;
using Superintel.TestKit;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.EndToEnd.Tests.Fleet;

/// <summary>The settings file of docs/operations.md for a desk at a simulated exchange.</summary>
[SupportedOSPlatform("linux")]
public static class LiveSettings
{
    private const string SamplePort = ":9000";

    /// <summary>Writes it for an exchange, with the rights that the fleet asks for.</summary>
    public static async Task Write(string file, VenueAddress venue)
    {
        var sample = await File.ReadAllTextAsync(Repository.File("samples/simulated-exchange.json"));
        await using var stream = new StreamWriter(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await stream.WriteAsync(sample.Replace(SamplePort, $":{venue.Port}", StringComparison.Ordinal));
    }
}
