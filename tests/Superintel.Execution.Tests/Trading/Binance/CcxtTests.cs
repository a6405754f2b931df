using System.ComponentModel;
using System.Diagnostics;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>
/// Somebody else's client against the simulated exchange. Where Node or its registry is missing the test is ignored, unless
/// SUPERINTEL_VENUE_CLIENTS says that it must run.
/// </summary>
[NUnit.Framework.Category("VenueClients")]
public sealed class CcxtTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "venue-clients", "binance");

    [Test]
    public async Task Ccxt_trades_and_watches_on_the_simulated_exchange()
    {
        await using var exchange = await SimulatedBinance.Start(step: TimeSpan.FromMilliseconds(100));
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "ccxt")))
        {
            var installed = await Run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            if (installed.Exit != 0) Missing($"npm ci: {installed.Output}");
        }
        var address = exchange.Address;
        var (exit, output) = await Run(
            "node", "trade.mjs", address.RestUrl!, address.WsUrl!, address.WsApiUrl!, address.ApiKey!, address.ApiSecret!);

        Assert.That(exit, Is.Zero, output);
        Assert.That(output, Does.Contain("watch orders: open, then canceled"));
    }

    private static void Missing(string why)
    {
        if (Environment.GetEnvironmentVariable("SUPERINTEL_VENUE_CLIENTS") is { Length: > 0 }) Assert.Fail(why);
        Assert.Ignore(why);
    }

    private static async Task<(int Exit, string Output)> Run(string command, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(command, arguments)
            {
                WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true,
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception absent)
        {
            Missing($"{command}: {absent.Message}");
        }
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
