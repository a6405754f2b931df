using System.Diagnostics;
using System.Text.Json;
using Superintel.Mt4Bridge.Hosting;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>The bridge as a command: its hello line, its log, its exit codes.</summary>
public sealed class BridgeCommandTests
{
    private static readonly string[] Tokens = [BridgedMt4.Token, BridgedMt4.TerminalToken];

    [Test]
    public async Task Help_names_the_options_the_tokens_and_the_exit_codes()
    {
        var (exit, output, _) = await Run(BridgedMt4.Token, ["--help"]);
        Assert.That(exit, Is.Zero);
        Assert.That(output, Does.Contain("--state").And.Contain("--tls").And.Contain("MT4_BRIDGE_TOKEN").And.Contain("2 for bad input"));
    }

    [Test]
    public async Task Missing_token_is_bad_input()
    {
        var (exit, _, error) = await Run("", ["--state", Scratch.Folder("bridge")]);
        Assert.That((exit, error), Is.EqualTo((2, error)));
        Assert.That(error, Does.StartWith("error bad-input: ").And.Contain("MT4_BRIDGE_TOKEN"));
    }

    [Test]
    public async Task Folder_that_another_bridge_has_is_an_error_of_state()
    {
        var folder = Scratch.Folder("bridge");
        using var first = await BridgeProcess.Start(folder);
        var (exit, _, error) = await Run(BridgedMt4.Token, ["--state", folder, "--port", "0", "--terminal-port", "0"]);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(error, Does.Contain("error state: "));
    }

    [Test]
    public async Task Port_that_is_taken_is_an_error_of_its_own()
    {
        using var first = await BridgeProcess.Start(Scratch.Folder("bridge"));
        var (exit, _, error) = await Run(
            BridgedMt4.Token, ["--state", Scratch.Folder("bridge"), "--port", $"{first.Url.Port}", "--terminal-port", "0"]);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(error, Does.Contain("error port: "));
    }

    [Test]
    public async Task Log_is_lines_of_JSON_with_event_ids_and_never_a_token()
    {
        using var bridge = await BridgeProcess.Start(Scratch.Folder("bridge"));
        using var http = new HttpClient { BaseAddress = bridge.Url };
        http.DefaultRequestHeaders.Add("X-Bridge-Token", "a-wrong-token-of-somebody");
        using var refused = await http.GetAsync("/v1/health");
        await Eventually.True(() => bridge.Log.Any(line => line.Contains("6411", StringComparison.Ordinal)), "the stranger is logged");
        var lines = bridge.Log;
        var ids = lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("EventId").GetInt32());
        Assert.That(ids, Is.EqualTo([6401, 6411]));
        Assert.That(string.Concat(lines), Does.Not.Contain("a-wrong-token").And.Not.Contain(Tokens[0]).And.Not.Contain(Tokens[1]));
    }

    private static async Task<(int Exit, string Output, string Error)> Run(string token, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(BridgeHost).Assembly.Location, "mt4-bridge", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["MT4_BRIDGE_TOKEN"] = token, ["MT4_TERMINAL_TOKEN"] = BridgedMt4.TerminalToken },
        };
        using var process = Process.Start(start.WithoutDiagnostics())!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await error);
    }
}
