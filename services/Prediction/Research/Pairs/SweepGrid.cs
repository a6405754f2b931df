using System.Globalization;
using Superintel.Prediction.Analytics.Research;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Pairs;

/// <summary>Rules from a text like <c>entry=1:3:0.1,exit=0:1:0.1</c>.</summary>
internal static class SweepGrid
{
    private const int Most = 1_000_000;

    public static IReadOnlyList<PairRule> Parse(string text, PairRule rule)
    {
        double[] entries = [rule.Entry];
        double[] exits = [rule.Exit];
        double[] stops = [rule.Stop];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = part.Split('=');
            double[] values = sides.Length == 2 ? Values(sides[1]) : throw Bad(part);
            switch (sides[0])
            {
                case "entry":
                    entries = values;
                    break;
                case "exit":
                    exits = values;
                    break;
                case "stop":
                    stops = values;
                    break;
                default:
                    throw Bad(part);
            }
        }

        if ((long)entries.Length * exits.Length * stops.Length > Most)
            throw new InputFaultException("bad-option", null, null, $"a sweep has at most {Most} rules");
        PairRule[] rules =
        [
            .. from entry in entries
               from exit in exits
               from stop in stops
               let candidate = rule with { Entry = entry, Exit = exit, Stop = stop }
               where candidate.IsSound
               select candidate,
        ];
        return rules.Length > 0 ? rules : throw new InputFaultException("bad-option", null, null, "no rule of the sweep is sound");
    }

    private static double[] Values(string range)
    {
        string[] parts = range.Split(':');
        double[] numbers = Array.ConvertAll(
            parts,
            p => double.TryParse(p, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) && double.IsFinite(v)
                ? v
                : throw Bad(range));
        if (numbers.Length == 1)
            return numbers;
        if (numbers.Length != 3 || numbers[2] <= 0 || numbers[1] < numbers[0] || (numbers[1] - numbers[0]) / numbers[2] > Most)
            throw Bad(range);
        int steps = (int)Math.Floor(((numbers[1] - numbers[0]) / numbers[2]) + 1e-9);
        return [.. Enumerable.Range(0, steps + 1).Select(i => numbers[0] + (i * numbers[2]))];
    }

    private static InputFaultException Bad(string part) =>
        new("bad-option", null, null, $"--sweep takes entry, exit and stop as from:to:step, not '{part}'");
}
