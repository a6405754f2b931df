using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Cli.Output;
using Superintel.Cli.Session;

namespace Superintel.Cli.Commands.Analytics;

/// <summary>Research on the fleet's own bars.</summary>
public static class AnalyticsCommands
{
    private const string Jobs = "/api/analytics/jobs";
    private const string Time = "yyyy-MM-dd HH:mm:ss";

    private static readonly Column[] MethodColumns =
    [
        new("METHOD", "name"), new("KIND", "kind"), new("SERIES FROM", "minSeries"), new("TO", "maxSeries"),
        new("WHAT IT ANSWERS", "description"),
    ];

    private static readonly Column[] OptionColumns =
        [new("OPTION", "name"), new("TYPE", "type"), new("DEFAULT", "default"), new("ALLOWED", "allowed"), new("MEANING", "description")];

    private static readonly Column[] JobColumns =
    [
        new("JOB", "jobId"), new("METHOD", "method"), new("STATUS", "status"), new("DONE", "progress", "P0"), new("BY", "by"),
        new("ASKED", "createdAt", Time), new("ENDED", "endedAt", Time), new("CODE", "code"), new("DETAIL", "detail"),
    ];

    public static Command Create() => new("analytics", "Statistics and research jobs on the fleet's own bars.")
    {
        Methods(),
        Statistic(),
        Start(),
        new ListCommand("jobs", "Research jobs, newest first.", Jobs, JobColumns, [], "No job was asked for yet.")
        {
            Under = "analytics",
        }.ToCommand(),
        OfJob("job", "One job.", (gateway, path, ct) => gateway.Get(path, ct), Show),
        OfJob("result", "What a job that succeeded found.", (gateway, path, ct) => gateway.Get($"{path}/result", ct), ResultText.Print),
        OfJob("cancel", "Cancel a job (trader).", (gateway, path, ct) => gateway.Delete(path, ct), Show),
    };

    private static Command Methods()
    {
        var name = new Argument<string?>("method") { Description = "One method, to see its options.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("methods", "What can be asked, or the options of one method.") { name };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var answer = await gateway.Get("/api/analytics/methods", ct);
            var methods = answer["methods"]?.AsArray() ?? [];
            if (parsed.GetValue(name) is { } wanted)
            {
                answer = methods.FirstOrDefault(method => (string?)method?["name"] == wanted)
                    ?? throw new FormatException($"There is no method {wanted}; ./superintel analytics methods lists them.");
                if (!parsed.GetValue(ConnectionOptions.Json))
                    Printer.Table(answer["options"]!.AsArray(), OptionColumns, "It has no options.");
            }
            else if (!parsed.GetValue(ConnectionOptions.Json))
            {
                Printer.Table(methods, MethodColumns, "There are no methods.");
            }
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Statistic()
    {
        var name = new Argument<string>("method") { Description = "Such as adf, engle-granger, garch." };
        var question = new ResearchQuestion();
        var command = new Command("stats", "One statistic of closes in the stored panel.") { name };
        question.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var path = $"/api/analytics/stats/{Uri.EscapeDataString(parsed.GetValue(name)!)}";
            var answer = await gateway.Post(path, question.Body(parsed), ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else ResultText.Print(answer["result"] ?? answer);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Start()
    {
        var name = new Argument<string>("method") { Description = "screen, pair-backtest or lookahead-check." };
        var wait = new Option<bool>("--wait") { Description = "Wait for the end and print the result; the job goes on without you." };
        var question = new ResearchQuestion();
        var command = new Command("start", "Start a research job (trader).") { name, wait };
        question.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var body = question.Body(parsed);
            body["method"] = parsed.GetValue(name);
            var job = await gateway.Post(Jobs, body, ct);
            if (parsed.GetValue(wait)) return await JobWait.Finish(gateway, job, parsed.GetValue(ConnectionOptions.Json), ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(job);
            else Show(job);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command OfJob(
        string verb, string description, Func<GatewayClient, string, CancellationToken, Task<JsonNode>> ask, Action<JsonNode> print)
    {
        var id = new Argument<string>("id") { Description = "The job." };
        var command = new Command(verb, description) { id };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var answer = await ask(gateway, $"{Jobs}/{Uri.EscapeDataString(parsed.GetValue(id)!)}", ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else print(answer);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Show(JsonNode job) => Printer.Fields(job, JobColumns);
}
