using Superintel.Execution.Trading;

namespace Superintel.Execution.Service.Endpoints.Execution.Previews;

/// <summary>One figure of the account without the order, with it, and the difference; base currency.</summary>
internal sealed record MarginView(decimal? Before, decimal? Change, decimal? After)
{
    public static MarginView? Of(MarginEffect? effect) => effect is null ? null : new(effect.Before, effect.Change, effect.After);
}
