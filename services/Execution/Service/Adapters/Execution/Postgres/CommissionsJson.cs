using System.Text.Json;
using Superintel.Execution.Execution.Orders;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

/// <summary>What an order cost as {"BNB":0.0004,"USDT":1.2}.</summary>
internal static class CommissionsJson
{
    public static string Write(Commissions commissions) => JsonSerializer.Serialize(
        new SortedDictionary<string, decimal>(commissions.All.ToDictionary(paid => paid.Currency.Code, paid => paid.Amount),
            StringComparer.Ordinal));

    /// <exception cref="JsonException">Not such an object.</exception>
    public static Commissions Read(string json) => Commissions.Of(
        (JsonSerializer.Deserialize<SortedDictionary<string, decimal>>(json) ?? []).Select(
            paid => new Money(paid.Value, new Currency(paid.Key))));
}
