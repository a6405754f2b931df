using System.Globalization;

namespace Superintel.Simulation.Tests.Commands;

/// <summary>The verbs of stats, from both forms of file, and every way a file can be wrong.</summary>
public sealed class StatsCommandTests
{
    [TestCase("adf", "statistic,pValue,usedLag,observations,criticalValues")]
    [TestCase("za", "statistic,pValue,usedLag,observations,criticalValues")]
    [TestCase("kpss", "statistic,pValue,lags")]
    [TestCase("pp", "statistic,pValue,lags")]
    [TestCase("half-life", "halfLife,lambda")]
    [TestCase("ou", "theta,mu,sigma,logLikelihood")]
    [TestCase("hurst", "hurst")]
    [TestCase("garch", "omega,alpha,beta,mu,logLikelihood")]
    public void Verb_of_one_series_has_its_documented_fields(string verb, string fields)
    {
        using var file = Prices();
        var ran = Cli.Run("stats", verb, "--csv", file.Path, "--columns", "A", "--json");
        Assert.That(ran.ExitCode, Is.Zero, ran.Error);
        Assert.That(ran.Json.AsObject().Select(field => field.Key), Is.SupersetOf(fields.Split(',')));
    }

    [TestCase("engle-granger", "statistic,pValue,usedLag,criticalValues,intercept,slopes")]
    [TestCase("johansen", "eigenvalues,eigenvectors,traceStatistics,traceCriticalValues,maxEigenStatistics,maxEigenCriticalValues")]
    [TestCase("ols", "intercept,slopes,standardErrors,tStatistics,rSquared")]
    [TestCase("kalman", "logLikelihood,intercepts,slopes")]
    [TestCase("phillips-ouliaris", "statistic,pValue")]
    [TestCase("var", "")]
    [TestCase("vecm", "")]
    [TestCase("copula", "")]
    public void Verb_of_two_series_has_its_documented_fields(string verb, string fields)
    {
        using var file = Prices();
        var ran = Cli.Run("stats", verb, "--csv", file.Path, "--columns", "A,B", "--json");
        Assert.That(ran.ExitCode, Is.Zero, ran.Error);
        Assert.That(
            ran.Json.AsObject().Select(field => field.Key), Is.SupersetOf(fields.Split(',', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Test]
    public void Long_and_wide_files_give_the_same_to_the_last_digit()
    {
        var (a, b) = Series();
        using var wide = Prices();
        var rows = Enumerable.Range(0, a.Length)
            .SelectMany(t => new[] { ("A", t, a[t]), ("B", t, b[t]) })
            .Select(row => $"{row.Item1},{Day(row.t)},1,1,1,{Text(row.Item3)},100\n");
        using var tall = new CsvFile("symbol,ts,open,high,low,close,volume\n" + string.Concat(rows));
        var first = Cli.Run("stats", "engle-granger", "--csv", wide.Path, "--columns", "A,B", "--json");
        var second = Cli.Run("stats", "engle-granger", "--csv", tall.Path, "--columns", "A,B", "--json");
        Assert.That(second.Output, Is.EqualTo(first.Output));
    }

    [Test]
    public void Windows_line_ends_quotes_and_a_byte_order_mark_change_nothing()
    {
        using var plain = Prices();
        var text = File.ReadAllText(plain.Path).Replace("ts,A,B", "\"ts\",\"A\",\"B\"").Replace("\n", "\r\n");
        using var marked = new CsvFile("\uFEFF" + text);
        string Adf(CsvFile file) => Cli.Run("stats", "adf", "--csv", file.Path, "--columns", "A", "--json").Output;
        Assert.That(Adf(marked), Is.EqualTo(Adf(plain)));
    }

    [TestCase("ts,A,B\n", "too-short")]
    [TestCase("", "too-short")]
    [TestCase("ts,A,B\n2020-01-01,1,2\n2020-01-02,NaN,3\n", "not-finite", "A", 2)]
    [TestCase("ts,A,B\n2020-01-01,1,2\n2020-01-02,inf,3\n", "not-finite", "A", 2)]
    [TestCase("ts,A,B\n2020-01-01,1,2\n2020-01-01,2,3\n", "duplicate-timestamp", null, 2)]
    [TestCase("ts,A,B\n2020-01-02,1,2\n2020-01-01,2,3\n", "unordered-timestamp", null, 2)]
    [TestCase("ts,A,B\n2020-01-01,1\n", "ragged-row", null, 1)]
    [TestCase("ts,X,B\n2020-01-01,1,2\n", "no-such-column", "A")]
    public void Bad_file_is_refused_by_name_with_its_place(string text, string code, string? series = null, int? row = null)
    {
        using var file = new CsvFile(text);
        Cli.Run("stats", "adf", "--csv", file.Path, "--columns", "A", "--json").IsRefused(code, series, row);
    }

    [Test]
    public void Constant_and_collinear_series_are_refused_by_name()
    {
        var (a, _) = Series();
        using var file = new CsvFile("ts,A,B,C\n" + string.Concat(a.Select((v, t) => $"{Day(t)},{Text(v)},{Text((2 * v) + 1)},5\n")));
        Cli.Run("stats", "adf", "--csv", file.Path, "--columns", "C", "--json").IsRefused("constant-series", "C");
        var collinear = Cli.Run("stats", "johansen", "--csv", file.Path, "--columns", "A,B", "--json");
        Assert.That((collinear.ExitCode, (string?)collinear.Json["error"]!["code"]), Is.EqualTo((2, "collinear-series")));
    }

    private static CsvFile Prices()
    {
        var (a, b) = Series();
        return new CsvFile("ts,A,B\n" + string.Concat(a.Zip(b).Select((pair, t) => $"{Day(t)},{Text(pair.First)},{Text(pair.Second)}\n")));
    }

    private static (double[] A, double[] B) Series()
    {
        var draw = new Random(11);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - draw.NextDouble())) * Math.Cos(2 * Math.PI * draw.NextDouble());
        var (a, b, level, spread) = (new double[300], new double[300], 50.0, 0.0);
        for (var t = 0; t < a.Length; t++)
        {
            level += 0.4 * Normal();
            spread = (0.85 * spread) + (0.5 * Normal());
            (a[t], b[t]) = (5 + (0.8 * level) + spread, level);
        }
        return (a, b);
    }

    private static string Day(int t) => new DateOnly(2020, 1, 1).AddDays(t).ToString("yyyy-MM-dd");

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
