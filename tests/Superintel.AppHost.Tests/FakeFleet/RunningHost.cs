using System.Diagnostics;
using System.Text;
using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Local.Parts;
using Superintel.AppHost.Local.Processes;
using Superintel.AppHost.Local.State;
using Superintel.TestKit;

namespace Superintel.AppHost.Tests.FakeFleet;

/// <summary>A host in a process of its own, and the folder it works in.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    /// <summary>With an answer of the host; it says only when to give up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder output = new();

    private RunningHost(Process process, StateFolder folder)
    {
        Process = process;
        Folder = folder;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public StateFolder Folder { get; }

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public static StateFolder NewFolder(params FakePart[] parts)
    {
        var folder = new StateFolder(Scratch.Folder("host"));
        folder.Create();
        PrivateFile.Write(FakePlan.FileIn(folder), parts);
        return folder;
    }

    public static RunningHost Start(StateFolder folder, string verb = "host")
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(FakeHost).Assembly.Location);
        start.ArgumentList.Add(verb);
        start.ArgumentList.Add(folder.Root);
        return new RunningHost(Process.Start(start.WithoutDiagnostics())!, folder);
    }

    public static async Task<RunningHost> Ready(StateFolder folder, string verb = "host")
    {
        var host = Start(folder, verb);
        await Eventually.True(
            () => host.Process.HasExited || host.Output.Contains("ready after", StringComparison.Ordinal),
            "the fleet is ready",
            TimeSpan.FromSeconds(90));
        Assert.That(host.Output, Does.Contain("ready after"));
        return host;
    }

    public async Task<FleetStatus?> Status() =>
        (await ControlClient.Ask(Folder, new ControlRequest("status"), Patience))?.Status;

    public async Task<PartStatus> Part(string name) => (await Status())!.Parts.Single(part => part.Name == name);

    public Task<int> Ended() => Ended(Process);

    public static async Task<int> Ended(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public static bool Runs(int pid) => ProcessTable.StartTicks(pid) is not null;

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
        {
            await ControlClient.Ask(Folder, new ControlRequest("down"), Patience);
            await Ended();
        }

        Process.Dispose();
        Directory.Delete(Folder.Root, recursive: true);
    }

    private void Keep(string? line)
    {
        lock (output)
            output.AppendLine(line);
    }
}
