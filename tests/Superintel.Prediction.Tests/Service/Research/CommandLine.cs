using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Superintel.Prediction.Tests.Service.Research;

/// <summary>The gateway's command line as a process of its own.</summary>
internal sealed class CommandLine(Uri address, string token)
{
    public async Task<(int Exit, string Text, string Error)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Superintel.Cli.dll"), "analytics", .. arguments])
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
