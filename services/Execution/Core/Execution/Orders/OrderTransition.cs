namespace Superintel.Execution.Execution.Orders;

/// <summary>A cell of the state table: the next state, or the code of the refusal.</summary>
/// <param name="Next">Null when refused.</param>
/// <param name="Refusal">Null when allowed; one of <see cref="OrderRefusal"/>.</param>
public readonly record struct OrderTransition(OrderState? Next, string? Refusal)
{
    public static OrderTransition To(OrderState next) => new(next, null);

    public static OrderTransition Refuse(string code) => new(null, code);

    public override string ToString() => Next?.ToString() ?? Refusal ?? "";
}
