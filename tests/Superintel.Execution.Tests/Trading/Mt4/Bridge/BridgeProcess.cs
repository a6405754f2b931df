using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Superintel.Mt4Bridge.Hosting;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>The bridge as a person starts it: a process, which can be killed.</summary>
internal sealed class BridgeProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> log = new();

    private BridgeProcess(Process process, Uri url, Uri terminalUrl)
    {
        (this.process, Url, TerminalUrl) = (process, url, terminalUrl);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } said) log.Enqueue(said);
        };
        process.BeginErrorReadLine();
    }

    /// <summary>What it logged so far.</summary>
    public IReadOnlyList<string> Log => [.. log];

    public Uri Url { get; }

    public Uri TerminalUrl { get; }

    public static async Task<BridgeProcess> Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                typeof(BridgeHost).Assembly.Location, "mt4-bridge", "--port", "0", "--terminal-port", "0", "--state", folder, "--json",
            },
            Environment = { ["MT4_BRIDGE_TOKEN"] = BridgedMt4.Token, ["MT4_TERMINAL_TOKEN"] = BridgedMt4.TerminalToken },
        };
        var process = Process.Start(start.WithoutDiagnostics())!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var line = await process.StandardOutput.ReadLineAsync(limit.Token);
        Assert.That(line, Is.Not.Null, "the bridge says where it listens");
        using var told = JsonDocument.Parse(line!);
        return new BridgeProcess(
            process, new Uri(told.RootElement.GetProperty("url").GetString()!),
            new Uri(told.RootElement.GetProperty("terminalUrl").GetString()!));
    }

    /// <summary>kill -9, and returns when it is dead.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }
}
