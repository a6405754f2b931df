using Superintel.Kernel;
using Superintel.Prediction.Discovery;

namespace Superintel.Prediction.Signals;

/// <summary>
/// Prediction's stance on one pair: what its last signal asked for, not what is held (that is Risk's to know). Moves only by its named
/// transitions; a transition from the wrong state throws.
/// </summary>
/// <param name="Formation">The pair as it was when the stance was opened: its hedge stays until the close. Null while flat.</param>
/// <param name="OpenedBy">The opening decision. Null while flat.</param>
/// <param name="BarsHeld">Scored bars since the opening one.</param>
/// <param name="CoolDownBars">Scored bars until the pair may be opened again; zero when it may.</param>
public sealed record Stance(
    string Feed,
    BarInterval Interval,
    PairId Pair,
    StanceSide Side,
    PairFormation? Formation,
    DecisionId? OpenedBy,
    DateTimeOffset ChangedAt,
    int BarsHeld,
    int CoolDownBars)
{
    public bool IsFlat => Side == StanceSide.Flat;

    /// <summary>Flat and free to open: nothing about it needs keeping.</summary>
    public bool IsIdle => IsFlat && CoolDownBars == 0;

    public static Stance Idle(string feed, BarInterval interval, PairId pair, DateTimeOffset at) =>
        new(feed, interval, pair, StanceSide.Flat, null, null, at, 0, 0);

    /// <exception cref="InvalidOperationException">Not idle, or flat was asked for.</exception>
    public Stance Open(StanceSide side, PairFormation formation, DecisionId decision, DateTimeOffset at)
    {
        if (!IsIdle || side == StanceSide.Flat) throw Wrong($"open {side}");
        return this with { Side = side, Formation = formation, OpenedBy = decision, ChangedAt = at, BarsHeld = 0 };
    }

    /// <exception cref="InvalidOperationException">Flat.</exception>
    public Stance Hold() => IsFlat ? throw Wrong("hold") : this with { BarsHeld = BarsHeld + 1 };

    /// <exception cref="InvalidOperationException">Flat.</exception>
    public Stance Close(int coolDownBars, DateTimeOffset at) => IsFlat
        ? throw Wrong("close")
        : Idle(Feed, Interval, Pair, at) with { CoolDownBars = coolDownBars };

    /// <summary>A flat pair lets one scored bar pass.</summary>
    /// <exception cref="InvalidOperationException">Not flat.</exception>
    public Stance Wait() => IsFlat ? this with { CoolDownBars = Math.Max(0, CoolDownBars - 1) } : throw Wrong("wait");

    private InvalidOperationException Wrong(string transition) =>
        new($"{Pair} is {Side} with {CoolDownBars} bars to cool down: it cannot {transition}.");
}
