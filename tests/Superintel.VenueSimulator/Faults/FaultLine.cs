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
            var node = JsonNode.Parse(line)!;
            var fault = Fault.Parse((string)node["fault"]!);
            var point = Enum.Parse<FaultPoint>((string?)node["at"] ?? fault.Point.ToString(), ignoreCase: true);
            if (point != fault.Point) throw new FormatException($"{fault} happens at {fault.Point}, not at {point}.");
            return new FaultLine(point, (int?)node["nth"] ?? 1, fault);
        }
        catch (Exception failure) when (
            failure is FormatException or JsonException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            throw new FormatException($"'{line}' is not a line of a fault script: {failure.Message}");
        }
    }
}
