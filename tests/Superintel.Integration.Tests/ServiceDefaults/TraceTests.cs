using System.Diagnostics;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.ServiceDefaults.Telemetry;

namespace Superintel.Integration.Tests.ServiceDefaults;

[TestFixture(false)]
[TestFixture(true)]
internal sealed class TraceTests(bool inGroups) : FleetFixture(inGroups)
{
    [Test]
    public async Task One_trace_leads_from_the_teller_to_the_handler()
    {
        var traces = new TraceLog();
        var receiver = await Receiver(more: builder => AddTracing<AccessRecorded>(builder, traces));
        var sender = await Sender();
        string told;
        using (var activity = FleetTracing.Source.StartActivity("a request")!)
        {
            told = activity.TraceId.ToString();
            await sender.Tell(Sample.Access("traced"));
        }

        await Arrived(receiver, 1);
        Assert.That(traces.Of("access-recorded/traced"), Is.EqualTo(told));
    }

    [Test]
    public async Task A_later_step_of_a_decision_stays_in_the_decision_s_first_trace()
    {
        var traces = new TraceLog();
        var receiver = await Receiver(more: builder =>
        {
            AddTracing<OrderAccepted>(builder, traces);
            AddTracing<OrderClosed>(builder, traces);
        });
        var sender = await Sender();
        using (FleetTracing.Source.StartActivity("the bar that bore it")) await sender.Tell(Sample.Accepted("d-1"));
        using (FleetTracing.Source.StartActivity("a bar much later")) await sender.Tell(Sample.Closed("d-1"), Sample.Accepted("d-2"));
        await Arrived(receiver, 3);
        var first = traces.Of("order-accepted/d-1-0");
        Assert.That(traces.Of("order-closed/d-1-0"), Is.EqualTo(first));
        Assert.That(traces.Of("order-accepted/d-2-0"), Is.Not.EqualTo(first).And.Not.Null);
        await using var connection = await receiver.Source.OpenConnectionAsync();
        var kept = await connection.QueryAsync<string>("SELECT decision_id FROM decision_trace ORDER BY decision_id");
        Assert.That(kept, Is.EqualTo(new[] { "d-1", "d-2" }));
    }

    private static void AddTracing<T>(WebApplicationBuilder builder, TraceLog traces)
        where T : IEvent => builder.Services.AddScoped<IHandle<T>>(_ => new Noting<T>(traces));

    private sealed class Noting<T>(TraceLog traces) : IHandle<T>
        where T : IEvent
    {
        public Task Handle(T happened, CancellationToken ct)
        {
            traces.Note(happened.EventId, Activity.Current?.TraceId.ToString());
            return Task.CompletedTask;
        }
    }
}
