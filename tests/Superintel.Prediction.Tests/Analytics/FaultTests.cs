using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.Research;
using Superintel.Prediction.Analytics.Spread;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>Bad input has a name, a series and a row, and never becomes a number.</summary>
internal sealed class FaultTests
{
    private readonly double[] _good = RandomWalks.Walk(new Random(1), 100);

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Kernels_when_a_value_is_not_finite_name_its_series_and_row(double bad)
    {
        double[] spoiled = [.. _good];
        spoiled[17] = bad;
        Assert.That(Fault(() => AugmentedDickeyFuller.Test(spoiled)), Is.EqualTo((SeriesFaultCodes.NotFinite, 0, 17)));
        Assert.That(Fault(() => EngleGranger.Test(_good, spoiled)), Is.EqualTo((SeriesFaultCodes.NotFinite, 1, 17)));
        Assert.That(Fault(() => OrdinaryLeastSquares.Fit(_good, spoiled)), Is.EqualTo((SeriesFaultCodes.NotFinite, 1, 17)));
        Assert.That(Fault(() => Johansen.Test([.. _good, .. spoiled], 100)), Is.EqualTo((SeriesFaultCodes.NotFinite, 1, 17)));
        Assert.That(Fault(() => Kpss.Test(spoiled)), Is.EqualTo((SeriesFaultCodes.NotFinite, 0, 17)));
    }

    [Test]
    public void Kernels_when_a_series_is_constant_or_short_say_so()
    {
        double[] flat = new double[100];
        Assert.That(Fault(() => AugmentedDickeyFuller.Test(flat)).Code, Is.EqualTo(SeriesFaultCodes.ConstantSeries));
        Assert.That(Fault(() => EngleGranger.Test(_good, flat)), Is.EqualTo((SeriesFaultCodes.ConstantSeries, 1, -1)));
        Assert.That(Fault(() => AugmentedDickeyFuller.Test(_good.AsSpan(0, 3))).Code, Is.EqualTo(SeriesFaultCodes.TooShort));
        Assert.That(Fault(() => OrnsteinUhlenbeck.Fit(_good.AsSpan(0, 4))).Code, Is.EqualTo(SeriesFaultCodes.TooShort));
        Assert.That(Fault(() => AugmentedDickeyFuller.Test(_good, maximumLag: 60)).Code, Is.EqualTo(SeriesFaultCodes.LagOutOfRange));
    }

    [Test]
    public void Kernels_when_series_are_collinear_say_so()
    {
        double[] twice = Array.ConvertAll(_good, v => 2 * v);
        Assert.That(Fault(() => EngleGranger.Test(_good, twice)).Code, Is.EqualTo(SeriesFaultCodes.CollinearSeries));
        Assert.That(Fault(() => Johansen.Test([.. _good, .. twice], 100)).Code, Is.EqualTo(SeriesFaultCodes.CollinearSeries));
        double[] both = [.. twice, .. twice];
        Assert.That(Fault(() => OrdinaryLeastSquares.FitMany(_good, both)).Code, Is.EqualTo(SeriesFaultCodes.CollinearSeries));
    }

    [Test]
    public void Kernels_when_a_series_is_an_exact_line_say_so()
    {
        double[] line = [.. Enumerable.Range(0, 100).Select(i => 1 + (2.0 * i))];
        Assert.That(Fault(() => AugmentedDickeyFuller.Test(line)).Code, Is.EqualTo(SeriesFaultCodes.PerfectFit));
        Assert.That(Fault(() => OrnsteinUhlenbeck.Fit(line)).Code, Is.EqualTo(SeriesFaultCodes.NotMeanReverting));
    }

    [Test]
    public void PairTape_when_a_price_is_not_positive_names_its_row()
    {
        double[] prices = Array.ConvertAll(_good, Math.Exp);
        double[] oil = [.. prices];
        oil[42] = -37.63;
        Assert.That(
            Fault(() => PairTape.WalkForward(prices, oil, new WalkForwardOptions(50, 10))),
            Is.EqualTo((SeriesFaultCodes.NotPositive, 1, 42)));
    }

    private static (string Code, int Series, int Row) Fault(Action call)
    {
        var fault = Assert.Throws<SeriesFaultException>(call)!.Fault;
        return (fault.Code, fault.Series, fault.Row);
    }
}
