using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.ServiceDefaults;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Integration.Tests.ServiceDefaults;

internal sealed class GrpcTests : FleetFixture
{
    [Test]
    public async Task A_service_answers_another_service_and_no_stranger()
    {
        var (asked, asking) = await Pair("00:01:00");
        var client = asking.Services.GetRequiredService<Trading.TradingClient>();
        var reply = await client.DeliverAsync(new EventDelivery { Type = "who" });
        Assert.That(reply.Applied, Is.True);
        using var channel = global::Grpc.Net.Client.GrpcChannel.ForAddress(asked.Addresses[^1]);
        var stranger = new Trading.TradingClient(channel);
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await stranger.DeliverAsync(new EventDelivery()));
        Assert.That(refusal!.StatusCode, Is.EqualTo(StatusCode.Unauthenticated));
        var viewer = new Metadata { { "authorization", $"Bearer {asked.TokenOf(Roles.Viewer)}" } };
        refusal = await Assert.ThrowsAsync<RpcException>(async () => await stranger.DeliverAsync(new EventDelivery(), viewer));
        Assert.That(refusal!.StatusCode, Is.EqualTo(StatusCode.PermissionDenied));
    }

    [Test]
    public async Task A_question_that_nobody_answers_ends_at_its_deadline()
    {
        var (_, asking) = await Pair("00:00:00.300");
        var client = asking.Services.GetRequiredService<Trading.TradingClient>();
        var late = await Assert.ThrowsAsync<RpcException>(async () => await client.DeliverAsync(new EventDelivery { Type = "hang" }));
        Assert.That(late!.StatusCode, Is.EqualTo(StatusCode.DeadlineExceeded));
    }

    private async Task<(RunningService Asked, RunningService Asking)> Pair(string deadline)
    {
        var asked = await Start(new ServiceSetup("asked", Database.ConnectionString)
        {
            Settings = new Dictionary<string, string?> { ["Grpc:Port"] = "0" },
            Routes = app => app.MapGrpcService<Answers>().RequireAuthorization(Policies.Service),
        });
        var asking = await Start(new ServiceSetup("asking", Database.ConnectionString)
        {
            Settings = new Dictionary<string,
                string?> { ["services:asked:grpc:0"] = asked.Addresses[^1].ToString(), ["Grpc:Deadline"] = deadline },
            Services = builder => builder.AddGrpcClientTo<Trading.TradingClient>("asked"),
        });
        return (asked, asking);
    }

    private sealed class Answers : Trading.TradingBase
    {
        public override async Task<DeliveryReply> Deliver(EventDelivery request, ServerCallContext context)
        {
            if (request.Type == "hang") await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            return new DeliveryReply { Applied = context.GetHttpContext().User.Identity?.Name == "asking" };
        }
    }
}
