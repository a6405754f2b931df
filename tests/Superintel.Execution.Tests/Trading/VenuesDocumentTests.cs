using System.Text;
using Superintel.Execution.Tests.Trading.Binance;
using Superintel.Execution.Tests.Trading.Mt4;
using Superintel.TestKit;
using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Execution.Tests.Trading;

/// <summary>docs/venues.md shows what the conformance cases found. SUPERINTEL_UPDATE_DOCS=1 writes it anew.</summary>
public sealed class VenuesDocumentTests
{
    private const string Begin = "<!-- conformance table: written by VenuesDocumentTests -->";
    private const string End = "<!-- end of the conformance table -->";

    private static readonly string Path = Repository.File("docs/venues.md");

    [Test]
    public async Task Document_shows_what_the_cases_find()
    {
        ConformanceReport[] reports = [await Binance(), await Ibkr(), await Mt4(), await Paper()];
        var failed = reports.SelectMany(report => report.Cases
            .Where(found => found.Result == CaseResult.Fail).Select(found => $"{report.Venue} {found.Id}: {found.Detail}"));
        Assert.That(failed, Is.Empty);

        var text = await File.ReadAllTextAsync(Path);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        Assert.That(from, Is.GreaterThan(0).And.LessThan(to));
        var expected = text[..from] + Begin + "\n" + Table(reports) + text[to..];
        if (Environment.GetEnvironmentVariable("SUPERINTEL_UPDATE_DOCS") == "1") await File.WriteAllTextAsync(Path, expected);

        Assert.That(await File.ReadAllTextAsync(Path), Is.EqualTo(expected));
    }

    [Test]
    public void Document_names_every_fault([ValueSource(nameof(Faults))] string fault) =>
        Assert.That(File.ReadAllText(Path), Does.Contain($"| {fault} |"));

    [Test]
    public void Document_names_the_issue_that_each_fault_reproduces() => Assert.That(
        Fault.All.Where(fault => !fault.Source.Contains('#', StringComparison.Ordinal) || !File.ReadAllText(Path)
            .Contains($"| {fault.Name} | {fault.Point.ToString().ToLowerInvariant()} | {fault.Meaning} | {fault.Source} |",
                StringComparison.Ordinal)), Is.Empty);

    private static IReadOnlyList<string> Faults() => [.. Fault.All.Select(fault => fault.Name)];

    private static async Task<ConformanceReport> Binance()
    {
        await using var exchange = await SimulatedBinance.Start();
        await using var driver = new BinanceDriver(exchange.Options, exchange.Credentials, exchange.Server.Exchange.Step);
        return await ConformanceRunner.Run(driver, [], CancellationToken.None);
    }

    private static async Task<ConformanceReport> Ibkr()
    {
        await using var server = new IbkrServer(new SimulatorOptions(0, 1, FaultPlan.None, TimeSpan.FromMilliseconds(250)));
        var address = await server.Start(CancellationToken.None);
        var endpoint = new Endpoint(address.Host, address.Port, AllowLive: false, LiveAccount: null);
        await using var driver = await IbkrDriver.Connect(endpoint, CancellationToken.None);
        return await ConformanceRunner.Run(driver, [], CancellationToken.None);
    }

    private static async Task<ConformanceReport> Mt4()
    {
        await using var terminal = await SimulatedMt4.Start();
        await using var driver = new Mt4Driver(terminal.Options, Mt4Server.Account, isLive: false, terminal.Server.Exchange.Step);
        return await ConformanceRunner.Run(driver, [], CancellationToken.None);
    }

    private static async Task<ConformanceReport> Paper()
    {
        await using var driver = new PaperDriver();
        return await ConformanceRunner.Run(driver, [], CancellationToken.None);
    }

    private static string Table(IReadOnlyList<ConformanceReport> reports)
    {
        var table = new StringBuilder("| | case |").AppendJoin('|', reports.Select(report => $" {report.Venue} ")).Append("|\n|---|---|");
        table.Append(string.Concat(reports.Select(_ => "---|"))).Append('\n');
        foreach (var (trial, row) in ConformanceSuite.All.Select((trial, row) => (trial, row)))
        {
            table.Append("| ").Append(trial.Id).Append(" | ").Append(trial.Name).Append(" |")
                .AppendJoin('|', reports.Select(report => $" {Word(report.Cases[row].Result)} ")).Append("|\n");
        }
        return table.ToString();
    }

    private static string Word(CaseResult result) => result == CaseResult.NotApplicable ? "does not have it" : "pass";
}
