namespace Superintel.Risk.Tests.Service.EveryCode;

/// <summary>What has to happen for a code, through the service's own inputs.</summary>
/// <param name="Code">The reason code.</param>
/// <param name="Kind">The event that brings it: order-vetoed, or proposal-declined for what sizing refuses.</param>
/// <param name="Act">Does it, leaves the desk as it was, and returns the decision that was refused.</param>
/// <param name="Measured">The reason carries a number and its limit.</param>
internal sealed record Provocation(string Code, string Kind, Func<DeskSession, Task<string>> Act, bool Measured)
{
    public static Provocation Veto(string code, Func<DeskSession, Task<string>> act) => new(code, "order-vetoed", act, false);

    public static Provocation Measure(string code, Func<DeskSession, Task<string>> act) => new(code, "order-vetoed", act, true);

    public static Provocation MeasureRefusal(string code, Func<DeskSession, Task<string>> act) =>
        new(code, "proposal-declined", act, true);

    public static Provocation Refusal(string code, Func<DeskSession, Task<string>> act) => new(code, "proposal-declined", act, false);

    public override string ToString() => Code;
}
