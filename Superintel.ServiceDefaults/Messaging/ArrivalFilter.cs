using MassTransit;
using MassTransit.RabbitMqTransport;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Follows every message of the queue from its delivery to its end, also the ones that nobody can read.</summary>
internal sealed class ArrivalFilter(ArrivalOrder order, GroupedEvents groups) : IFilter<ReceiveContext>
{
    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        var channel = context.GetPayload<ChannelContext>().Channel;
        var arrival = order.Enter(channel, context.GetPayload<RabbitMqBasicConsumeContext>().DeliveryTag, (int)(context.Body.Length ?? 0));
        context.GetOrAddPayload(() => arrival);
        try
        {
            await next.Send(context);
        }
        finally
        {
            groups.Leave(arrival);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("arrival");
}
