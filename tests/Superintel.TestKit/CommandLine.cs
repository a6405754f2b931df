using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Superintel.TestKit;

/// <summary>The gateway's command line as a process of its own; whoever runs it references its project.</summary>
/// <param name="always">Words that begin every command.</param>
public sealed class CommandLine(Uri address, string token, params string[] always)
{
    public async Task<(int Exit, string Text, string Error)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Superintel.Cli.dll"), .. always, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["SUPERINTEL_URL"] = address.ToString();
        start.Environment["SUPERINTEL_TOKEN"] = token;
        using var process = Process.Start(start)!;
        var (text, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await text, await error);
    }

    public async Task<JsonNode> Json(params string[] arguments)
    {
        var (exit, text, error) = await Run([.. arguments, "--json"]);
        Assert.That(exit, Is.Zero, error);
        return JsonNode.Parse(text)!;
    }
}
