using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

/// <summary>Sessions of other clients at the simulated TWS.</summary>
internal static class Sessions
{
    public static Task<TwsClient> Connect(int port, int clientId, IOrderListener? listener = null)
    {
        var clock = TimeProvider.System;
        var options = new TwsOptions { Port = port, ClientId = clientId };
        return TwsClient.Connect(options, new TwsLimits(options, clock), clock, listener ?? new Heard(), default);
    }
}
