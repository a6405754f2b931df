using Superintel.Venue.Ibkr.Session;
using Superintel.Venue.Ibkr.Session.Pacing;

namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

/// <summary>Sessions of other clients at the simulated TWS.</summary>
internal static class Sessions
{
    public static Task<TwsClient> Connect(int port, int clientId)
    {
        var clock = TimeProvider.System;
        return TwsClient.Connect(
            new TwsOptions { Port = port, ClientId = clientId },
            clock,
            new MessagePacer(45, clock),
            new HistoricalPacer(clock),
            new Heard(),
            default);
    }
}
