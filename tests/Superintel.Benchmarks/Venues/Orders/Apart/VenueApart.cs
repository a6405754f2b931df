using System.Diagnostics;
using System.Text.Json;

namespace Superintel.Benchmarks.Venues.Orders.Apart;

/// <summary>A simulated venue in a process of its own, as the fleet's venues are.</summary>
internal sealed class VenueApart : IDisposable
{
    private readonly Process process;
    private readonly string folder;

    private VenueApart(Process process, string folder, SkippingClock clock, VenueHello hello) =>
        (this.process, this.folder, Clock, Hello) = (process, folder, clock, hello);

    /// <summary>Shared with the venue.</summary>
    public SkippingClock Clock { get; }

    public VenueHello Hello { get; }

    public static VenueApart Start(string venue, bool sleeping)
    {
        var folder = Directory.CreateTempSubdirectory("superintel-bench-").FullName;
        var path = Path.Combine(folder, "clock");
        var clock = new SkippingClock(path);
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { typeof(VenueApart).Assembly.Location, VenueProcess.Word, venue, path, sleeping ? VenueProcess.Sleeping : "" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { [VenueBenchmark.ServerMode] = "0" },
        };
        var process = Processors.OnTheLast(() => Process.Start(start)!);
        return process.StandardOutput.ReadLine() is { } line
            ? new VenueApart(process, folder, clock, JsonSerializer.Deserialize<VenueHello>(line)!)
            : throw new InvalidOperationException($"The venue {venue} did not start.");
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        Clock.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
