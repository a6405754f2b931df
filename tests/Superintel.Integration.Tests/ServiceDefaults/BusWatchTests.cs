using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Superintel.ServiceDefaults;
using Superintel.ServiceDefaults.Messaging;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.ServiceDefaults;

/// <summary>The bus hangs on a cable that the test cuts; the watch reaches the broker by another way.</summary>
internal sealed class BusWatchTests : FleetFixture
{
    [TearDown]
    public void ForgetExitCode() => Environment.ExitCode = 0;

    [Test]
    public async Task Service_whose_bus_stays_away_from_a_broker_that_answers_ends_and_hears_later_what_it_missed()
    {
        var broker = new Uri(TestServers.RabbitMq);
        await using var cable = Cable.To(broker.Host, broker.Port);
        var receiver = await Watched(new UriBuilder(broker) { Port = cable.Port }.Uri.ToString());
        var ending = receiver.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var sender = await Sender();
        cable.Cut();
        await Eventually.True(() => ending.IsCancellationRequested, "the service ends", TimeSpan.FromSeconds(60));
        Assert.That(Environment.ExitCode, Is.EqualTo(1));
        await sender.Tell(Sample.Access("missed"));
        await Stop(receiver);
        await Arrived(await Receiver(), 1);
    }

    private Task<RunningService> Watched(string rabbitMq) => Receiver(
        rabbitMq,
        builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("Messaging:WatchInterval", "00:00:00.100")]);
            builder.Services.AddSingleton(services => new BrokerQueues(
                BrokerAddress.Parse(TestServers.RabbitMq), services.GetRequiredService<IOptions<MessagingOptions>>(),
                services.GetRequiredService<ServiceIdentity>()));
        });
}
