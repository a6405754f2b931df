using System.Reflection;
using Superintel.Contracts.Events;
using Superintel.Kernel;

namespace Superintel.Integration.Tests.Events;

/// <summary>One example of every event, made from its constructor: a parameter's value follows from its name and type.</summary>
internal static class SampleEvent
{
    private static readonly DateTimeOffset At = new(1998, 3, 4, 21, 0, 0, TimeSpan.Zero);
    private static readonly PairId Pair = PairId.Parse("KO.XNYS~PG.XNYS");
    private static readonly DecisionId Decision = DecisionId.For(Pair, BarInterval.Parse("1d"), At, "open");

    private static readonly Dictionary<string, object> ByName = new(StringComparer.Ordinal)
    {
        ["DecisionId"] = Decision.Value,
        ["DecisionIds"] = new List<string> { Decision.Value },
        ["ProposalId"] = ProposalId.For(Decision).Value,
        ["ClearanceId"] = ClearanceId.For(Decision).Value,
        ["ClientOrderId"] = ClientOrderId.For(Decision, 0).Value,
        ["PairId"] = Pair.ToString(),
        ["InstrumentId"] = "KO.XNYS",
        ["InstrumentA"] = "KO.XNYS",
        ["InstrumentB"] = "PG.XNYS",
        ["Feed"] = "sample",
        ["Interval"] = "1d",
        ["Currency"] = "USD",
        ["CommissionCurrency"] = "USD",
        ["Side"] = "buy",
        ["Intent"] = "open",
        ["Venue"] = "paper",
        ["Tier"] = "trader",
        ["By"] = "ada",
        ["User"] = "ada",
        ["Vote"] = "approve",
        ["ApprovedBy"] = new List<string> { "ada" },
        ["State"] = "halted",
        ["Status"] = "filled",
        ["Outcome"] = "completed",
        ["OrderType"] = "market",
        ["Purpose"] = "entry",
        ["AssetClass"] = "equity",
        ["LegFailurePolicy"] = "unwind",
        ["Leg"] = 0,
        ["Action"] = "login",
        ["Kind"] = "order-filled",
        ["JournaledEventId"] = "order-filled/paper/main/x-1",
        ["Hash"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ["Account"] = "main",
        ["ExecutionId"] = "x-1",
        ["VenueOrderId"] = "v-1",
        ["AccessId"] = "0191f3a0",
        ["Failures"] = new List<string> { "completeness: a bar of the day before is missing" },
        ["Sector"] = "Beverages",
        ["Name"] = "Coca-Cola",
    };

    public static IEvent Of(Type type) => (IEvent)Make(type);

    private static object Make(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(Value)]);
    }

    private static object? Value(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (ByName.TryGetValue(parameter.Name!, out var known) && type.IsInstanceOfType(known)) return known;
        if (type.IsGenericType)
        {
            var item = type.GetGenericArguments()[0];
            var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            list.Add(item == typeof(string) ? "text" : Make(item));
            return list;
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => "text",
            TypeCode.Boolean => true,
            TypeCode.Int32 => 2,
            TypeCode.Int64 => 3L,
            TypeCode.Double => 0.25,
            TypeCode.Decimal => 12.50m,
            _ when type == typeof(DateTimeOffset) => At,
            _ => throw new NotSupportedException(
                $"{parameter.Member.DeclaringType?.Name}.{parameter.Name} is a {type.Name}: teach {nameof(SampleEvent)} a value for it."),
        };
    }
}
