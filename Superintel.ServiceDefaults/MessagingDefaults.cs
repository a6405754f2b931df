using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Superintel.ServiceDefaults.Health;
using Superintel.ServiceDefaults.Messaging;

namespace Superintel.ServiceDefaults;

/// <summary>The bus.</summary>
public static class MessagingDefaults
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Publishes the service's outbox and delivers the named events to its handlers.</summary>
    public static WebApplicationBuilder AddMessaging(this WebApplicationBuilder builder, Action<BusSubscriptions> subscribe)
    {
        var subscriptions = new BusSubscriptions();
        subscribe(subscriptions);
        var services = builder.Services;
        services.AddOptions<MessagingOptions>().BindConfiguration("Messaging").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(subscriptions);
        services.AddSingleton(provider =>
            BrokerAddress.Parse(provider.GetRequiredService<IConfiguration>().GetConnectionString("rabbitmq")));
        services.AddSingleton<EventDelivery>().AddSingleton<IEventDelivery>(provider => provider.GetRequiredService<EventDelivery>());
        services.AddSingleton<ArrivalOrder>().AddSingleton<GroupedEvents>().AddSingleton<Insistence>().AddScoped<DeliveryGroup>();
        services.AddSingleton<ReceivedEvents>().AddSingleton<DeadMessageFilter>().AddSingleton<DeadMessageReplay>();
        services.AddSingleton<PublishingChannel>().AddSingleton<EventPublisher>().AddSingleton<BrokerQueues>().AddSingleton<OutboxSignal>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxSignal>()).AddHostedService<OutboxDispatcher>();
        services.AddHealthChecks().AddCheck<BusHealth>("bus", tags: [HealthDefaults.ReadyTag]);
        services.AddSingleton<BusHealth>();
        services.AddHostedService<BusWatch>();
        services.Configure<MassTransitHostOptions>(host => host.StopTimeout = host.ConsumerStopTimeout = StopTimeout);
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsingRabbitMq(Configure);
        });
        return builder;
    }

    private static void Configure(IBusRegistrationContext services, IRabbitMqBusFactoryConfigurator bus)
    {
        var broker = services.GetRequiredService<BrokerAddress>();
        var options = services.GetRequiredService<IOptions<MessagingOptions>>().Value;
        var identity = services.GetRequiredService<ServiceIdentity>();
        bus.Host(broker.Host, identity.Name, host =>
        {
            host.Username(broker.User);
            host.Password(broker.Password);
        });
        bus.MessageTopology.SetEntityNameFormatter(new ExchangeNames(options.Prefix));
        // The body is the event and nothing else, so that programs without MassTransit can read it; its type is in the headers.
        bus.ClearSerialization();
        bus.UseRawJsonSerializer(RawSerializerOptions.AddTransportHeaders, isDefault: true);
        bus.UseRawJsonDeserializer(RawSerializerOptions.AddTransportHeaders, isDefault: true);
        var subscriptions = services.GetRequiredService<BusSubscriptions>();
        if (subscriptions.Any) bus.ReceiveEndpoint(options.Prefix + identity.Name,
            queue => Configure(queue, options, subscriptions, services));
    }

    private static void Configure(
        IRabbitMqReceiveEndpointConfigurator queue, MessagingOptions options, BusSubscriptions subscriptions, IServiceProvider services)
    {
        // One instance at a time takes messages, one after the other: order is what the decisions are made from.
        queue.SingleActiveConsumer = true;
        queue.PrefetchCount = options.Prefetch;
        queue.ConcurrentMessageLimit = 1;
        if (subscriptions.AreGrouped) Group(queue, options, services);
        queue.PublishFaults = false;
        var dead = services.GetRequiredService<DeadMessageFilter>();
        queue.ConfigureError(pipe => pipe.UseFilter(dead));
        queue.ConfigureDeadLetter(pipe => pipe.UseFilter(dead));
        subscriptions.Connect(queue, services);
    }

    private static void Group(IRabbitMqReceiveEndpointConfigurator queue, MessagingOptions options, IServiceProvider services)
    {
        // While one group is handled the next is delivered and read. Who is read when does not matter: the order is the broker's.
        queue.PrefetchCount = Math.Max(options.Prefetch, 2 * options.Group);
        queue.ConcurrentMessageLimit = queue.PrefetchCount;
        var arrivals = new ArrivalFilter(services.GetRequiredService<ArrivalOrder>(), services.GetRequiredService<GroupedEvents>());
        queue.ConfigureReceive(pipe => pipe.UseFilter(arrivals));
    }
}
