using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Execution.Service.Adapters;
using Superintel.Execution.Service.Adapters.Trading;
using Superintel.Execution.Service.Adapters.Trading.Ibkr;

namespace Superintel.Execution.Tests.Trading.Ibkr.Adapter;

public sealed class IbkrModuleTests
{
    [Test]
    public async Task Route_to_ibkr_makes_one_adapter_for_the_process()
    {
        await using var services = Services(("Execution:Ibkr:Port", "4002"));
        var live = services.GetServices<LiveVenue>().Single();
        Assert.That(live.Name, Is.EqualTo("ibkr"));
        Assert.That(live.Broker, Is.SameAs(services.GetRequiredService<IbkrBroker>()));
    }

    [TestCase("Execution:Ibkr:Port", "7496", "real money")]
    [TestCase("Execution:Ibkr:Port", "0", "Port 0")]
    [TestCase("Execution:Ibkr:MessagesPerSecond", "51", "MessagesPerSecond")]
    public void Setting_of_ibkr_that_cannot_work_stops_the_service(string setting, string value, string named) =>
        Assert.That(() => Services((setting, value)), Throws.ArgumentException.With.Message.Contains(named));

    [Test]
    public async Task Live_port_needs_both_words()
    {
        Assert.That(
            () => Services(("Execution:Ibkr:Port", "4001"), ("Execution:Ibkr:Live", "true")), Throws.ArgumentException);
        await using var services = Services(
            ("Execution:Ibkr:Port", "4001"), ("Execution:Ibkr:Live", "true"), ("Execution:Ibkr:ConfirmLiveAccount", "DU1234567"));
        Assert.That(services.GetServices<LiveVenue>(), Has.Exactly(1).Items);
    }

    private static ServiceProvider Services(params (string Setting, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Append(("Execution:Routes:equity", "ibkr")).Append(("Execution:Accounts:ibkr", "DU1234567"))
                .Select(s => new KeyValuePair<string, string?>(s.Item1, s.Item2)))
            .Build();
        return new ServiceCollection().AddLogging().AddExecution(configuration).BuildServiceProvider();
    }
}
