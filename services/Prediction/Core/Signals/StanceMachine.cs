namespace Superintel.Prediction.Signals;

/// <summary>Decides what happens to a stance at a bar. A pure function; the table of its rules is in docs/models.md.</summary>
public static class StanceMachine
{
    public static StanceMove Decide(Stance stance, PairObservation seen, StanceOptions options) =>
        stance.IsFlat ? WhetherToEnter(stance, seen, options) : WhetherToLeave(stance, seen, options);

    private static StanceMove WhetherToEnter(Stance stance, PairObservation seen, StanceOptions options)
    {
        if (stance.CoolDownBars > 0) return new Stay(StayCodes.CoolingDown);
        if (seen.Unclosed) return new Stay(StayCodes.Unclosed);
        if (!seen.Selected || seen.Broken is not null) return new Stay(StayCodes.NotSelected);
        if (!seen.Verdict.Passes || seen.ZScore is not { } z) return new Stay(StayCodes.BelowThreshold);
        if (Math.Abs(z) >= options.StopZ) return new Stay(StayCodes.BeyondStop);
        var side = seen.Verdict.Direction > 0 ? StanceSide.Long : StanceSide.Short;
        return Against(side, z) >= options.EntryZ ? new Enter(side) : new Stay(StayCodes.NoRoomToExit);
    }

    private static StanceMove WhetherToLeave(Stance stance, PairObservation seen, StanceOptions options)
    {
        if (seen.Broken is { } broken) return new Leave(broken, options.CoolDownAfterStopBars);
        var against = seen.ZScore is { } z ? Against(stance.Side, z) : 0;
        if (against >= options.StopZ) return new Leave(LeaveCodes.StopLoss, options.CoolDownAfterStopBars);
        if (seen.ZScore is not null && against <= options.ExitZ) return new Leave(LeaveCodes.Exit, options.CoolDownBars);
        if (stance.BarsHeld + 1 >= TimeStop(stance, options)) return new Leave(LeaveCodes.TimeStop, options.CoolDownAfterStopBars);
        if (options.CloseWhenDeselected && !seen.Selected) return new Leave(LeaveCodes.Deselected, options.CoolDownBars);
        return new Stay(StayCodes.Held);
    }

    /// <summary>How far the spread stands on the side the stance bets against, in deviations: positive until it reaches the mean.</summary>
    private static double Against(StanceSide side, double z) => side == StanceSide.Long ? -z : z;

    private static double TimeStop(Stance stance, StanceOptions options) =>
        Math.Max(options.LeastTimeStopBars, Math.Ceiling(options.TimeStopHalfLives * stance.Formation!.HalfLifeBars));
}
