using System.Diagnostics;
using System.Text.RegularExpressions;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Crash;

/// <summary>The service as a process of its own, started again whenever it ends, as the fleet does.</summary>
internal sealed partial class ExecutionProcess : IAsyncDisposable
{
    private const int MostStarts = 40;
    private const int LinesKept = 60;
    private static readonly TimeSpan Death = TimeSpan.FromSeconds(10);

    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly Lock gate = new();
    private readonly Queue<string> said = new();
    private readonly Task keeping;
    private Process? running;
    private bool stopping;

    public ExecutionProcess(IReadOnlyDictionary<string, string> environment)
    {
        this.environment = environment;
        keeping = Task.Run(Keep);
    }

    public int Starts { get; private set; }

    /// <summary>Where it listens; null while it does not.</summary>
    public string? Url { get; private set; }

    /// <summary>How much of the processor the one that runs has had.</summary>
    public TimeSpan Processor
    {
        get
        {
            lock (gate) return running is { HasExited: false } one ? one.TotalProcessorTime : TimeSpan.Zero;
        }
    }

    /// <summary>The last of what it said.</summary>
    public string Said
    {
        get
        {
            lock (gate) return string.Join('\n', said);
        }
    }

    /// <summary>kill -9, and returns when it is dead.</summary>
    public void Kill()
    {
        Process? victim;
        lock (gate) victim = running;
        if (victim is null) return;
        try
        {
            victim.Kill();
            victim.WaitForExit(Death);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate) stopping = true;
        Kill();
        await keeping;
    }

    private async Task Keep()
    {
        while (Starts < MostStarts)
        {
            using var process = new Process { StartInfo = Start() };
            process.OutputDataReceived += (_, line) => Hear(line.Data);
            process.ErrorDataReceived += (_, line) => Hear(line.Data);
            lock (gate)
            {
                if (stopping) return;
                Starts++;
                said.Enqueue($"--- start {Starts}");
                process.Start();
                running = process;
            }
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await process.WaitForExitAsync();
            lock (gate) (running, Url) = (null, null);
        }
        Hear($"It ended {MostStarts} times and is not started again.");
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (gate)
        {
            if (Listening().Match(line) is { Success: true } heard) Url = heard.Groups[1].Value;
            said.Enqueue(line);
            if (said.Count > LinesKept) said.Dequeue();
        }
    }

    [GeneratedRegex(@"listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();

    private ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(OrderSender).Assembly.Location])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start.WithoutDiagnostics();
    }
}
