using FsCheck;
using FsCheck.Fluent;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Tests.Sizing;

public sealed class NumberBridgeTests
{
    [FsCheck.NUnit.Property]
    public Property Bridge_never_rounds_away_from_zero(int numerator, int denominator)
    {
        var measured = numerator / (denominator == 0 ? 7.0 : denominator);
        return (Math.Abs((double)NumberBridge.ToDecimal(measured)) <= Math.Abs(measured)).ToProperty();
    }

    [FsCheck.NUnit.Property]
    public Property Bridge_loses_less_than_the_twelfth_place_or_the_fifteenth_digit(int numerator, int denominator)
    {
        var measured = numerator / (denominator == 0 ? 7.0 : denominator);
        var lost = Math.Abs((double)NumberBridge.ToDecimal(measured) - measured);
        return (lost <= Math.Max(2e-12, Math.Abs(measured) * 5e-15)).ToProperty();
    }

    [TestCase(1e300, 1e15)]
    [TestCase(double.NegativeInfinity, -1e15)]
    public void Bridge_clamps_what_no_decimal_needs_to_hold(double measured, double expected) =>
        Assert.That((double)NumberBridge.ToDecimal(measured), Is.EqualTo(expected));

    [Test]
    public void Not_a_number_has_no_decimal() => Assert.That(() => NumberBridge.ToDecimal(double.NaN), Throws.ArgumentException);

    [TestCase("100", "33", "1", "3")]
    [TestCase("100", "33.33", "0.001", "3")]
    [TestCase("99.99", "33.33", "1", "3")]
    [TestCase("99.98", "33.33", "1", "2")]
    [TestCase("5", "33.33", "1", "0")]
    public void Lots_are_what_the_amount_pays_for(string amount, string unit, string lot, string expected) => Assert.That(
        NumberBridge.Lots(decimal.Parse(amount), decimal.Parse(unit), decimal.Parse(lot)), Is.EqualTo(decimal.Parse(expected)));

    [FsCheck.NUnit.Property]
    public Property Lots_never_cost_more_than_the_amount(PositiveInt amount, PositiveInt unit, PositiveInt lot)
    {
        var (money, price, step) = (amount.Get / 7m, unit.Get / 3m, lot.Get / 1000m);
        return (NumberBridge.Lots(money, price, step) * price <= money).ToProperty();
    }
}
