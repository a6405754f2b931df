using System.CommandLine;
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

    /// <exception cref="InputFaultException">An option is not of its form.</exception>
    public PortfolioConstraints Read(ParseResult parsed, IReadOnlyList<string> assets)
    {
        var constraints = PortfolioConstraints.Within(
            assets.Count, parsed.GetValue(_lower), parsed.GetValue(_upper),
                parsed.GetValue(_neutral) is null ? parsed.GetValue(_sum) : null);
        foreach (var part in NameList.Of(parsed.GetValue(_bounds)))
        {
            var (names, least, most) = Range(part, "--bounds");
            var asset = NamedNumbers.Index(names.Single(), assets);
            (constraints.Lower[asset], constraints.Upper[asset]) = (least, most);
        }
        var sectors = (parsed.GetValue(_sectors) ?? []).Select(text =>
        {
            var (names, least, most) = Range(text, "--sector");
            return ((IReadOnlyList<int>)[.. names.Select(name => NamedNumbers.Index(name, assets))], least, most);
        }).ToArray();
        if (parsed.GetValue(_turnover) is not null && parsed.GetValue(_today) is null)
            throw new InputFaultException("bad-option", null, null, "--turnover needs --today");
        return constraints with
        {
            Sectors = sectors,
            Neutral = parsed.GetValue(_neutral) is { } betas ? NamedNumbers.Read(betas, assets, 0) : null,
            Turnover = parsed.GetValue(_turnover) is { } traded ? (NamedNumbers.Read(parsed.GetValue(_today)!, assets, 0), traded) : null,
        };
    }

    private static (string[] Names, double Least, double Most) Range(string text, string option)
    {
        var sides = text.Split('=');
        var ends = sides.Length == 2 ? sides[1].Split(':') : [];
        if (ends.Length == 2 && double.TryParse(ends[0], out var least) && double.TryParse(ends[1], out var most) && least <= most)
            return (NameList.Of(sides[0]), least, most);
        throw new InputFaultException("bad-option", null, null, $"{option} '{text}' is not NAME=LEAST:MOST");
    }
}
