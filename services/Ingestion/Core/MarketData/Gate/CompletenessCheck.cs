namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>A source's slice calendar says a bar closed here: it must have a close, and a full bar its other prices.</summary>
public static class CompletenessCheck
{
    public static IEnumerable<GateFailure> Check(BarCandidate bar)
    {
        // What is there but cannot be read is validity's business.
        if (bar.Unreadable.Length > 0) yield break;
        if (bar.Close is null) yield return Missing("close");
        if (bar.CloseOnly) yield break;
        if (bar.Open is null) yield return Missing("open");
        if (bar.High is null) yield return Missing("high");
        if (bar.Low is null) yield return Missing("low");
    }

    private static GateFailure Missing(string what) => new(GateCheck.Completeness, $"missing {what}");
}
