using System.Text.Json.Nodes;
using Superintel.Prediction.Research;
using Superintel.Prediction.Research.Calling;
using Superintel.Prediction.Research.Input;
using Superintel.Simulation.Research;

namespace Superintel.Simulation.Tests.Research;

/// <summary>What is wrong with an option is said in the same words to a command line and to a request.</summary>
internal sealed class SameWordsTests
{
    [TestCase("adf", "regression", "cubic")]
    [TestCase("adf", "lags", "many")]
    [TestCase("adf", "autolag", "best")]
    [TestCase("johansen", "det-order", "4")]
    [TestCase("hmm", "no-such-option", "1")]
    public void Wrong_option_gets_the_words_of_the_command(string method, string option, string value)
    {
        var command = StatsCommand.Create().Parse([method, "--csv", "file", $"--{option}={value}"]);
        var found = MethodCatalogue.Create().Find(method)!;
        var fault = Assert.Throws<InputFaultException>(
            () => OptionArguments.Parse(found, new Dictionary<string, JsonNode?> { [option] = value }))!;

        Assert.That(fault.Code, Is.EqualTo("bad-option"));
        Assert.That(
            string.Join(" ", command.Errors.Select(error => error.Message)),
            Is.EqualTo(option == "no-such-option" ? fault.Message.Replace("'--no-such-option'", "'--no-such-option=1'") : fault.Message));
    }
}
