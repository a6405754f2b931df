using Superintel.Venue.Binance.Books;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Parse;
using Superintel.Venue.Binance.Signing;
using Superintel.Venue.Binance.Transport;

namespace Superintel.Venue.Binance.Spot;

/// <summary>Klines and depth over REST, the same for spot (/api/v3) and USD-M futures (/fapi/v1).</summary>
public sealed class MarketDataClient(RestTransport rest, MarketPaths paths)
{
    /// <summary>Candles from a time on, oldest first; the last may be unfinished.</summary>
    /// <param name="interval">1m, 5m, 1h, 1d and so on.</param>
    public async Task<Answer<IReadOnlyList<Kline>>> Klines(
        string symbol, string interval, DateTimeOffset from, int limit, CancellationToken ct) => BodyReading.Read(
        await rest.Send(Get(paths.Klines, new RequestParameters().Add("symbol", symbol).Add("interval", interval)
            .Add("startTime", from.ToUnixTimeMilliseconds()).Add("limit", limit), paths.KlineWeight), ct),
        body => MarketParser.Klines(body));

    /// <summary>The book as it stands, into <paramref name="into"/>.</summary>
    /// <returns>Null when it is there; else why not.</returns>
    public async Task<Failure?> Depth(string symbol, DepthScale scale, DepthChange into, CancellationToken ct)
    {
        var answer = await rest.Send(Get(paths.Depth, new RequestParameters().Add("symbol", symbol)
            .Add("limit", paths.DepthLimit), paths.DepthWeight), ct);
        if (!answer.IsGiven) return answer.Failure;
        return DepthParser.Snapshot(answer.Value, scale, into) is { } wrong
            ? new Failure(FailureKind.OutcomeUnknown, "unreadable-answer", 0, $"The snapshot cannot be read: {wrong}.", TimeSpan.Zero)
            : null;
    }

    public async Task<Answer<ExchangeInfo>> ExchangeInfo(CancellationToken ct)
    {
        var info = BodyReading.Read(
            await rest.Send(Get(paths.ExchangeInfo, new RequestParameters(), 20), ct), body => ExchangeInfoParser.Parse(body));
        if (info.IsGiven) rest.Gate.Learn(info.Value.RateLimits);
        return info;
    }

    /// <summary>What the exchange's clock shows; never later than when the answer is here.</summary>
    public async Task<Answer<ServerTime>> Time(CancellationToken ct) => BodyReading.Read(
        await rest.Send(Get(paths.Time, new RequestParameters(), 1), ct), body => MarketParser.Time(body));

    private static RestCall Get(string path, RequestParameters parameters, int weight) =>
        new(HttpMethod.Get, path, parameters, Security.None, weight);
}
