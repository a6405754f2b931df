using System.CommandLine;
using System.Globalization;
using Superintel.Prediction.Research.Input;
using Superintel.Risk.Optimisation;
using Superintel.Simulation.Research;

namespace Superintel.Simulation.Risk;

/// <summary>What a portfolio may look like, as the command line says it.</summary>
internal sealed class OptimiseOptions
{
    private readonly Option<double> _lower = new("--lower") { Description = "Least weight of every asset.", DefaultValueFactory = _ => 0 };
    private readonly Option<double> _upper = new("--upper") { Description = "Most weight of every asset.", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _bounds = new("--bounds") { Description = "Of single assets: A=0:0.3,B=-0.1:0.2." };
    private readonly Option<double> _sum = new("--sum") { Description = "What the weights sum to.", DefaultValueFactory = _ => 1 };
    private readonly Option<string[]> _sectors = new("--sector")
    {
        Description = "A,B,C=0.1:0.4: least and most of these assets together. May be repeated.",
    };

    private readonly Option<double?> _turnover = new("--turnover") { Description = "Most that is traded, both sides; needs --today." };
    private readonly Option<string?> _today = new("--today") { Description = "Today's weights, A=0.6,B=0.4." };
    private readonly Option<string?> _neutral = new("--neutral") { Description = "Betas that must cancel out, A=1.1,B=0.9." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _lower, _upper, _bounds, _sum, _sectors, _turnover, _today, _neutral }) command.Options.Add(
            option);
    }

    /// <summary>For methods that know no limits: none may be asked for, rather than be forgotten.</summary>
    /// <exception cref="InputFaultException">One was given.</exception>
    public void DemandNone(ParseResult parsed, string method)
    {
        foreach (var option in (Option[])[_lower, _upper, _bounds, _sum, _sectors, _turnover, _today, _neutral])
        {
            if (IsGiven(parsed, option)) throw Bad($"{method} takes no limits, so not {option.Name}");
        }
    }

    /// <exception cref="InputFaultException">An option is not of its form.</exception>
    public PortfolioConstraints Read(ParseResult parsed, IReadOnlyList<string> assets)
    {
        var (lower, upper, sum) = (parsed.GetValue(_lower), parsed.GetValue(_upper), parsed.GetValue(_sum));
        if (double.IsNaN(lower) || double.IsNaN(upper) || !double.IsFinite(sum)) throw Bad("--lower, --upper and --sum are numbers");
        // A neutral portfolio is of any size unless it is said.
        var constraints = PortfolioConstraints.Within(
            assets.Count, lower, upper, parsed.GetValue(_neutral) is null || IsGiven(parsed, _sum) ? sum : null);
        foreach (var part in NameList.Of(parsed.GetValue(_bounds)))
        {
            var (names, least, most) = Range(part, "--bounds");
            if (names.Length != 1) throw Bad($"--bounds '{part}' is not NAME=LEAST:MOST");
            var asset = NamedNumbers.Index(names[0], assets);
            (constraints.Lower[asset], constraints.Upper[asset]) = (least, most);
        }
        var sectors = (parsed.GetValue(_sectors) ?? []).Select(text =>
        {
            var (names, least, most) = Range(text, "--sector");
            if (names.Length == 0 || names.Distinct(StringComparer.Ordinal).Count() < names.Length)
                throw Bad($"--sector '{text}' names no asset, or one twice");
            return ((IReadOnlyList<int>)[.. names.Select(name => NamedNumbers.Index(name, assets))], least, most);
        }).ToArray();
        return constraints with
        {
            Sectors = sectors,
            Neutral = parsed.GetValue(_neutral) is { } betas ? NamedNumbers.Read(betas, assets, 0) : null,
            Turnover = Turnover(parsed, assets),
        };
    }

    private (double[] Today, double Most)? Turnover(ParseResult parsed, IReadOnlyList<string> assets)
    {
        var (most, today) = (parsed.GetValue(_turnover), parsed.GetValue(_today));
        if (most is null && today is null) return null;
        if (most is null || today is null) throw Bad("--turnover needs --today, and --today --turnover");
        if (!(double.IsFinite(most.Value) && most >= 0)) throw Bad("--turnover is not below zero");
        return (NamedNumbers.Read(today, assets, 0), most.Value);
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static InputFaultException Bad(string message) => new("bad-option", null, null, message);

    private static (string[] Names, double Least, double Most) Range(string text, string option)
    {
        var sides = text.Split('=');
        var ends = sides.Length == 2 ? sides[1].Split(':') : [];
        if (ends.Length == 2 && Number(ends[0], out var least) && Number(ends[1], out var most) && least <= most)
            return (NameList.Of(sides[0]), least, most);
        throw Bad($"{option} '{text}' is not NAME=LEAST:MOST");
    }

    private static bool Number(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
