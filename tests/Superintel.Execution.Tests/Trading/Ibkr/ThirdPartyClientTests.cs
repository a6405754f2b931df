using System.Diagnostics;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;

namespace Superintel.Execution.Tests.Trading.Ibkr;

/// <summary>npm's @stoqey/ib against the simulated TWS: it reports every frame that is one field short or long.</summary>
[Category("ThirdParty")]
public sealed class ThirdPartyClientTests
{
    private static readonly string Folder = Repository.File("tests/venue-clients/ibkr");

    [Test]
    public async Task Third_partys_client_connects_trades_and_reads_without_a_decode_error()
    {
        if (!await Works("node", "--version")) Assert.Ignore("node is not here");
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@stoqey")))
            Assert.That((await Run("npm", "ci", "--no-audit", "--no-fund")).Code, Is.Zero, "npm ci");
        await using var server = new IbkrServer(new SimulatorOptions(0, 1, FaultPlan.None, TimeSpan.FromMilliseconds(100)));
        var address = await server.Start(default);
        var (code, text) = await Run("node", "trade.mjs", address.Port.ToString());
        Assert.That(code, Is.Zero, text);
        Assert.That(text, Does.Contain("\"failures\":[]"));
    }

    private static async Task<bool> Works(string file, string argument)
    {
        try
        {
            return (await Run(file, argument)).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int Code, string Text)> Run(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
