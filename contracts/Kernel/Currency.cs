namespace Superintel.Kernel;

/// <summary>A currency by its code: ISO 4217 for fiat (USD, CHF), the venue's own code for crypto (BTC, USDT).</summary>
public readonly record struct Currency
{
    public static readonly Currency Usd = new("USD");
    public static readonly Currency Chf = new("CHF");
    public static readonly Currency Eur = new("EUR");

    private readonly string? code;

    /// <exception cref="FormatException">Not 3 to 10 upper-case letters or digits.</exception>
    public Currency(string code)
    {
        if (code is not { Length: >= 3 and <= 10 } || !code.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
            throw new FormatException($"'{code}' is not a currency code: 3 to 10 upper-case letters or digits.");
        this.code = code;
    }

    /// <summary>The code. <c>XXX</c>, ISO 4217's "no currency", for a default value.</summary>
    public string Code => code ?? "XXX";

    public override string ToString() => Code;
}
