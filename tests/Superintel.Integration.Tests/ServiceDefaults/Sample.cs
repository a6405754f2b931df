using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Integration.Tests.ServiceDefaults;

/// <summary>Events to send around.</summary>
internal static class Sample
{
    public static DateTimeOffset Noon { get; } = new(1998, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static IEvent Access(string id) => new AccessRecorded(id, "ada", "login", "from the tests", Noon);

    public static BarClosed Bar(DateTimeOffset at) =>
        new("sample", "1d", at, Replayed: true, [new ClosedBar("KO.XNYS", 1.50m, 2.10m, 1.05m, 1.9990m, null, false)]);

    public static OrderAccepted Accepted(string decision) => new($"{decision}-0", decision, "KO.XNYS~PEP.XNYS", "paper", "p-1", Noon);

    public static OrderClosed Closed(string decision) => new($"{decision}-0", decision, "KO.XNYS~PEP.XNYS", "filled", 10m, 1.5m, Noon);
}
