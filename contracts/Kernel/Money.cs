namespace Superintel.Kernel;

/// <summary>An amount of one currency. Sums of different currencies are a programming error and throw.</summary>
public readonly record struct Money(decimal Amount, Currency Currency)
{
    public static Money Zero(Currency currency) => new(0m, currency);

    public static Money operator +(Money left, Money right) => new(left.Amount + right.In(left.Currency), left.Currency);

    public static Money operator -(Money left, Money right) => new(left.Amount - right.In(left.Currency), left.Currency);

    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    public static Money operator *(Money money, decimal factor) => new(money.Amount * factor, money.Currency);

    public override string ToString() => $"{Amount} {Currency}";

    private decimal In(Currency expected) => Currency == expected
        ? Amount
        : throw new InvalidOperationException($"{this} cannot be added to an amount in {expected}: convert it first.");
}
