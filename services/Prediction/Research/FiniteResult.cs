using System.Text.Json.Nodes;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research;

/// <summary>The last gate of every answer: a number that is none is refused by the name of its field, never printed.</summary>
public static class FiniteResult
{
    /// <summary>Looks through all numbers of a result.</summary>
    /// <exception cref="InputFaultException">A number is NaN or infinite.</exception>
    public static void Demand(JsonObject result)
    {
        foreach (var (name, value) in result)
            Demand(name, value);
    }

    private static void Demand(string name, JsonNode? node)
    {
        if (node is JsonObject parts)
        {
            foreach (var (part, value) in parts)
                Demand($"{name}.{part}", value);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                Demand(name, item);
        }
        else if (node is JsonValue leaf && leaf.TryGetValue(out double number) && !double.IsFinite(number))
        {
            throw new InputFaultException(
                "not-computable", null, null, $"{name} is no finite number: the values are too large or too small");
        }
    }
}
