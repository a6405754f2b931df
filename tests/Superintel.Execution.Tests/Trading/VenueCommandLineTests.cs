using System.CommandLine;
using Superintel.TestKit;
using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.Execution.Tests.Trading;

/// <summary>What the commands of the venues take, and what they say of the rest before anything is done.</summary>
public sealed class VenueCommandLineTests
{
    [TestCase("ibkr --port 99999", "outside 0 to 65535")]
    [TestCase("ibkr --port -1", "outside 0 to 65535")]
    [TestCase("ibkr --port x", "'x'")]
    [TestCase("ibkr --step-seconds NaN", "outside 0.01 to 3600")]
    [TestCase("ibkr --step-seconds 1e300", "outside 0.01 to 3600")]
    [TestCase("ibkr --step-seconds 0", "outside 0.01 to 3600")]
    [TestCase("ibkr --step-seconds -5", "outside 0.01 to 3600")]
    [TestCase("binance --fees gold", "'gold'")]
    [TestCase("mt4 --fees quote", "binance's")]
    [TestCase("", "venue is missing")]
    [TestCase("nowhere", "'nowhere'")]
    public void Simulator_refuses_what_cannot_be(string line, string said) =>
        Assert.That(Errors(SimulateCommand.Create(), line), Has.Some.Contains(said));

    [TestCase("ibkr --port 0 --step-seconds 0.25")]
    [TestCase("ibkr --fault slow-drip --fault disconnect")]
    [TestCase("binance --fees quote")]
    [TestCase("binance")]
    [TestCase("--list-faults")]
    [TestCase("mt4 --list-faults")]
    public void Simulator_takes(string line) => Assert.That(Errors(SimulateCommand.Create(), line), Is.Empty);

    [TestCase("ibkr --port 0")]
    [TestCase("ibkr --port 70000")]
    public void Conformance_refuses_a_port_that_cannot_be_one(string line) =>
        Assert.That(Errors(ConformanceCommand.Create(), line), Has.Some.Contains("outside 1 to 65535"));

    [TestCase("""{"at":"sumbit","fault":"lost-cancel"}""", "there are submit, cancel, fill")]
    [TestCase("""{"at":"3","fault":"lost-cancel"}""", "there are submit, cancel, fill")]
    [TestCase("""{"nth":0,"fault":"lost-cancel"}""", "counts from 1")]
    [TestCase("""{"nth":-3,"fault":"lost-cancel"}""", "counts from 1")]
    [TestCase("""{"at":"cancel"}""", "\"fault\" is missing")]
    [TestCase("null", "no object")]
    [TestCase("[1]", "no object")]
    [TestCase("{", "not a line of a fault script")]
    public void Line_of_a_script_that_means_nothing_is_refused_with_the_reason(string line, string said) =>
        Assert.That(() => FaultLine.Parse(line), Throws.TypeOf<FormatException>().With.Message.Contains(said));

    [Test]
    public void Script_without_a_line_is_refused()
    {
        var path = Scratch.File("script.jsonl");
        File.WriteAllText(path, "\n  \n");
        Assert.That(() => FaultPlan.Read(null, path, 1), Throws.TypeOf<FormatException>().With.Message.Contains("has no line"));
        File.Delete(path);
    }

    private static IEnumerable<string> Errors(Command command, string line) =>
        command.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Errors.Select(error => error.Message);
}
