using FsCheck;
using FsCheck.Fluent;

namespace Superintel.Kernel.Tests;

public sealed class MoneyTests
{
    [FsCheck.NUnit.Property]
    public Property Money_addition_is_undone_by_subtraction(int cents, int other)
    {
        var (a, b) = (new Money(cents / 100m, Currency.Usd), new Money(other / 100m, Currency.Usd));
        return (a + b - b == a).ToProperty();
    }

    [Test]
    public void Money_of_two_currencies_is_never_added() =>
        Assert.That(() => new Money(1m, Currency.Usd) + new Money(1m, Currency.Chf), Throws.InvalidOperationException);

    [Test]
    public void Price_times_quantity_is_money_of_the_quote_currency() =>
        Assert.That(new Price(2.5m, Currency.Chf) * new Quantity(4m), Is.EqualTo(new Money(10m, Currency.Chf)));

    [Test]
    public void Quantity_is_never_negative() => Assert.Multiple(() =>
    {
        Assert.That(() => new Quantity(-1m), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Quantity(1m) - new Quantity(2m), Throws.TypeOf<ArgumentOutOfRangeException>());
    });

    [TestCase("usd")]
    [TestCase("US")]
    [TestCase("U$D")]
    public void Currency_when_not_a_code_is_refused(string code) => Assert.That(() => new Currency(code), Throws.TypeOf<FormatException>());

    [Test]
    public void Currency_by_default_is_no_currency() => Assert.That(default(Currency).Code, Is.EqualTo("XXX"));
}
