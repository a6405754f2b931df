using System.Text.Json;
using System.Text.Json.Nodes;

namespace Superintel.VenueSimulator.Faults;

/// <summary>One line of a script: at the nth occasion of a point, this fault.</summary>
public sealed record FaultLine(FaultPoint Point, int Nth, Fault Fault)
{
    /// <exception cref="FormatException">Not {"at","nth","fault"}.</exception>
    public static FaultLine Parse(string line)
    {
        try
        {
            if (JsonNode.Parse(line) is not JsonObject said) throw new FormatException("It is no object.");
            var fault = Fault.Parse((string?)said["fault"] ?? throw new FormatException("\"fault\" is missing."));
            var point = (string?)said["at"] is { } at ? PointOf(at) : fault.Point;
            if (point != fault.Point) throw new FormatException($"{fault} happens at {Name(fault.Point)}, not at {Name(point)}.");
            var nth = (int?)said["nth"] ?? 1;
            return nth >= 1 ? new FaultLine(point, nth, fault) : throw new FormatException($"\"nth\" is {nth}; it counts from 1.");
        }
        catch (Exception failure) when (failure is FormatException or JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"'{line}' is not a line of a fault script: {failure.Message}");
        }
    }

    private static FaultPoint PointOf(string at)
    {
        var points = Enum.GetValues<FaultPoint>();
        return points.Any(one => Name(one).Equals(at, StringComparison.OrdinalIgnoreCase))
            ? points.First(one => Name(one).Equals(at, StringComparison.OrdinalIgnoreCase))
            : throw new FormatException($"\"at\" is '{at}'; there are {string.Join(", ", points.Select(Name))}.");
    }

    private static string Name(FaultPoint point) => point.ToString().ToLowerInvariant();
}
