using System.CommandLine;
using Superintel.AppHost.Local.Testing;

namespace Superintel.AppHost.Local.Verbs;

/// <summary><c>test</c>: runs every built test project and the web app's tests; called inside eng/servers/test-servers.</summary>
public static class TestVerb
{
    public static Command Create()
    {
        var filter = new Option<string?>("--filter") { Description = "Part of a test's full name, or a filter expression of dotnet test" };
        var coverage = new Option<bool>("--coverage") { Description = "Also measure line coverage" };
        var nightly = new Option<bool>("--nightly")
            { Description = "The long runs instead: a million damaged messages a venue, 200 crash sessions; an hour or more" };
        var command = new Command("test", "Runs every test") { filter, coverage, nightly };
        command.SetAction((parsed, token) =>
        {
            var options = new TestOptions(parsed.GetValue(filter), parsed.GetValue(coverage), parsed.GetValue(nightly));
            return new TestRun(Repository.Find(), options, Console.Out).Run(token);
        });
        return command;
    }
}
