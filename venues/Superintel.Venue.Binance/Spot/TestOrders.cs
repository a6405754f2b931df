using Superintel.Kernel;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Parse;
using Superintel.Venue.Binance.Rules;
using Superintel.Venue.Binance.Signing;
using Superintel.Venue.Binance.Transport;

namespace Superintel.Venue.Binance.Spot;

/// <summary>Orders that the exchange checks and does not place.</summary>
public sealed class TestOrders(RestTransport rest)
{
    private const int Weight = 20;

    /// <summary>What an order would pay. It goes without its name, which no order there then has.</summary>
    public async Task<Answer<CommissionRates>> Rates(NewOrder order, CancellationToken ct)
    {
        var parameters = new RequestParameters()
            .Add("symbol", order.Symbol)
            .Add("side", order.Side == Side.Buy ? "BUY" : "SELL")
            .Add("type", order.Type.Word())
            .Add("quantity", order.Quantity)
            .Add("computeCommissionRates", "true");
        if (order.Type is SpotOrderType.Limit or SpotOrderType.StopLossLimit) parameters.Add("timeInForce", order.TimeInForce.Word());
        if (order.Price is { } price) parameters.Add("price", price);
        if (order.StopPrice is { } stop) parameters.Add("stopPrice", stop);
        return BodyReading.Read(
            await rest.Send(new RestCall(HttpMethod.Post, "/api/v3/order/test", parameters, Security.Signed, Weight), ct),
            body => CommissionParser.Rates(body));
    }
}
