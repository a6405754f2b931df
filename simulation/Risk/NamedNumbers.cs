using System.Globalization;
using Superintel.Prediction.Research.Input;
using Superintel.Simulation.Research;

namespace Superintel.Simulation.Risk;

/// <summary>Numbers by asset as the command line writes them: A=0.6,B=0.4.</summary>
internal static class NamedNumbers
{
    /// <summary>One number per asset; assets that are not named get <paramref name="otherwise"/>.</summary>
    /// <exception cref="InputFaultException">Not of that form, or an asset the file does not have.</exception>
    public static double[] Read(string text, IReadOnlyList<string> assets, double otherwise)
    {
        var numbers = Enumerable.Repeat(otherwise, assets.Count).ToArray();
        foreach (var (asset, value) in Pairs(text, assets)) numbers[asset] = value;
        return numbers;
    }

    public static IReadOnlyList<(int Asset, double Value)> Pairs(string text, IReadOnlyList<string> assets)
    {
        var pairs = new List<(int, double)>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = part.LastIndexOf('=');
            if (cut <= 0 || !double.TryParse(part[(cut + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                || !double.IsFinite(value))
                throw new InputFaultException("not-a-number", null, null, $"'{part}' is not NAME=NUMBER");
            var name = part[..cut].Trim();
            var asset = Index(name, assets);
            if (pairs.Exists(pair => pair.Item1 == asset)) throw new InputFaultException("bad-option", name, null, "it is named twice");
            pairs.Add((asset, value));
        }
        return pairs;
    }

    public static int Index(string name, IReadOnlyList<string> assets)
    {
        for (var i = 0; i < assets.Count; i++)
        {
            if (assets[i] == name) return i;
        }
        throw new InputFaultException("no-such-column", name, null, $"the file has {string.Join(", ", assets)}");
    }
}
