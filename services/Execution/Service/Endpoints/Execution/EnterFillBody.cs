namespace Superintel.Execution.Service.Endpoints.Execution;

/// <summary>An execution that a person enters.</summary>
/// <param name="Key">The person's own name for it: 1 to 32 letters, digits, dots, dashes and underscores.</param>
/// <param name="Quantity">Units; zero takes back what was entered under the key.</param>
/// <param name="Price">Per unit, quote currency.</param>
/// <param name="At">When it traded.</param>
/// <param name="Commission">Positive is a cost.</param>
/// <param name="Reason">How that is known; kept in the journal.</param>
/// <param name="CommissionCurrency">Null: the order's.</param>
/// <param name="Correct">True: other numbers that stand under the key are replaced.</param>
public sealed record EnterFillBody(
    string Key,
    decimal Quantity,
    decimal Price,
    DateTimeOffset At,
    decimal Commission,
    string Reason,
    string? CommissionCurrency = null,
    bool Correct = false);
