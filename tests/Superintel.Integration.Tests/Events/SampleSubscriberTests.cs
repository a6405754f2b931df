using System.Collections.Concurrent;
using System.Diagnostics;
using Superintel.Integration.Tests.ServiceDefaults;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.Events;

/// <summary>The sample program of samples/subscriber, run as a process against a real broker.</summary>
internal sealed class SampleSubscriberTests : FleetFixture
{
    [Test]
    public async Task A_program_from_outside_receives_every_event_with_its_type_id_and_json()
    {
        var sender = await Sender();
        var lines = await Follow($"{Prefix}superintel.events");
        await sender.Tell(Sample.Access("seen"), Sample.Accepted("d-9"));
        await Eventually.True(() => lines.Count == 2, "the program has printed both events");
        Assert.That(lines.First().Split('\t')[..2], Is.EqualTo(new[] { "AccessRecorded", "access-recorded/seen" }));
        Assert.That(lines.Last(), Does.StartWith("OrderAccepted\torder-accepted/d-9-0\t{").And.EndWith("}"));
    }

    [Test]
    public async Task A_program_that_names_one_event_receives_no_other()
    {
        var sender = await Sender();
        var lines = await Follow($"{Prefix}superintel.v1.order-accepted");
        await sender.Tell(Sample.Access("unseen"), Sample.Accepted("d-10"));
        await Eventually.True(() => !lines.IsEmpty, "the program has printed an event");
        Assert.That(lines.Single(), Does.StartWith("OrderAccepted"));
    }

    private readonly List<Process> programs = [];

    [TearDown]
    public async Task EndPrograms()
    {
        foreach (var program in programs)
        {
            program.Kill();
            await program.WaitForExitAsync();
            program.Dispose();
        }

        programs.Clear();
    }

    private async Task<ConcurrentQueue<string>> Follow(string exchange)
    {
        var queue = $"{Prefix}outside";
        // bin/<configuration>/<framework>: built as the tests were.
        var built = Path.GetRelativePath(Repository.File("tests/Superintel.Integration.Tests"), AppContext.BaseDirectory);
        var assembly = Path.Combine(Repository.File("samples/subscriber"), built, "Superintel.Samples.Subscriber.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { assembly, queue, exchange }) start.ArgumentList.Add(argument);
        start.Environment["SUPERINTEL_RABBITMQ"] = TestServers.RabbitMq;
        var program = Process.Start(start.WithoutDiagnostics())!;
        programs.Add(program);
        var lines = new ConcurrentQueue<string>();
        program.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text) lines.Enqueue(text);
        };
        program.BeginOutputReadLine();
        Assert.That(await program.StandardError.ReadLineAsync(), Does.Contain("follows"));
        return lines;
    }
}
