using System.CommandLine;
using Superintel.Prediction.Analytics.Research;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Pairs;

/// <summary>The options of a pair's windows, rule and costs.</summary>
internal sealed class PairOptions
{
    private const int MostTrainBars = 1_000_000;

    private readonly Option<string> _pair = new("--pair")
    {
        Description = "Two series, the first long when the spread is cheap: A,B.",
        Required = true,
    };

    private readonly Option<int> _train = Whole("--train", "Rows to learn hedge ratio, mean and deviation from.", 252);
    private readonly Option<int> _test = Whole("--test", "Rows traded before they are learned again.", 63);
    private readonly Option<int?> _window = new("--score-window")
    {
        Description = "Score against so many trailing rows instead of the training window.",
    };

    private readonly Option<double> _entry = Number("--entry", "Score at which a position is opened.", 2);
    private readonly Option<double> _exit = Number("--exit", "Score at which it is closed.", 0.5);
    private readonly Option<double?> _stop = new("--stop") { Description = "Score at which it is given up. Default: never." };
    private readonly Option<int> _hold = Whole("--max-hold", "Bars after which it is closed, 0 for no bound.", 0);
    private readonly Option<double> _fee = Number("--fee-bps", "Commission per fill and leg.", 1);
    private readonly Option<double> _spread = Number("--half-spread-bps", "Half of the quoted spread, per fill and leg.", 1);
    private readonly Option<double> _slippage = Number("--slippage-bps", "Further loss per fill and leg.", 1);
    private readonly Option<double> _borrow = Number("--borrow-bps", "Lending fee of the short leg per year.", 50);
    private readonly Option<double> _funding = Number("--funding-bps", "Funding of both legs per bar.", 0);

    public Option<double> Notional { get; } = Number("--notional", "Currency in the first leg.", 10_000);

    public Option<double> BarsPerYear { get; } = Number("--bars-per-year", "For annualising.", 252);

    /// <summary>In the order in which help lists them.</summary>
    public IReadOnlyList<Option> All =>
    [
        _pair, _train, _test, _window, _entry, _exit, _stop, _hold,
        _fee, _spread, _slippage, _borrow, _funding, Notional, BarsPerYear,
    ];

    public string[] Pair(ParseResult parsed)
    {
        string[] names = NameList.Of(parsed.GetValue(_pair));
        return names.Length == 2 ? names : throw new InputFaultException("bad-option", null, null, "--pair names two series: A,B");
    }

    public WalkForwardOptions Windows(ParseResult parsed)
    {
        var windows = new WalkForwardOptions(parsed.GetValue(_train), parsed.GetValue(_test), parsed.GetValue(_window));
        bool score = windows.ScoreWindow is not { } w || (w >= 2 && w <= windows.TrainBars);
        bool sound = score && windows is { TrainBars: >= 20 and <= MostTrainBars, TestBars: >= 1 };
        return sound
            ? windows
            : throw new InputFaultException(
                "bad-option", null, null, $"--train is 20 to {MostTrainBars}, --test 1 or more, --score-window 2 to --train");
    }

    public PairRule Rule(ParseResult parsed)
    {
        var rule = new PairRule(
            parsed.GetValue(_entry), parsed.GetValue(_exit), parsed.GetValue(_stop) ?? double.PositiveInfinity, parsed.GetValue(_hold));
        return rule.IsSound
            ? rule
            : throw new InputFaultException("bad-option", null, null, "--exit is below --entry and --entry below --stop");
    }

    public PairCosts Costs(ParseResult parsed)
    {
        double[] bps = [.. new[] { _fee, _spread, _slippage, _borrow, _funding }.Select(o => parsed.GetValue(o))];
        return Array.TrueForAll(bps, b => b >= 0)
            ? new PairCosts(bps[0], bps[1], bps[2], 0, bps[3], bps[4])
            : throw new InputFaultException("bad-option", null, null, "costs are not below 0");
    }

    private static Option<int> Whole(string name, string description, int fallback) =>
        new(name) { Description = description, DefaultValueFactory = _ => fallback };

    private static Option<double> Number(string name, string description, double fallback) =>
        new(name) { Description = description, DefaultValueFactory = _ => fallback };
}
