namespace Superintel.VenueSimulator.Conformance;

/// <summary>Runs the cases one after the other; a failed one does not stop the rest.</summary>
public static class ConformanceRunner
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(180);

    /// <param name="only">Ids to run; empty: all.</param>
    public static async Task<ConformanceReport> Run(IVenueDriver driver, IReadOnlyCollection<string> only, CancellationToken ct)
    {
        var outcomes = new List<CaseOutcome>();
        foreach (var trial in Chosen(only).OrderBy(trial => trial.Exhausts)) outcomes.Add(await Run(trial, driver, ct));
        return new ConformanceReport(driver.Profile.Venue, [.. outcomes.OrderBy(outcome => outcome.Id, StringComparer.Ordinal)]);
    }

    /// <summary>No case could run: each has failed, for the same reason.</summary>
    public static ConformanceReport Unreached(string venue, IReadOnlyCollection<string> only, string cause) =>
        new(venue, [.. Chosen(only).Select(trial => new CaseOutcome(trial.Id, trial.Name, CaseResult.Fail, cause))]);

    private static IEnumerable<ConformanceCase> Chosen(IReadOnlyCollection<string> only) =>
        ConformanceSuite.All.Where(trial => only.Count == 0 || only.Contains(trial.Id));

    private static async Task<CaseOutcome> Run(ConformanceCase trial, IVenueDriver driver, CancellationToken ct)
    {
        var most = Most + driver.Profile.AbsenceProof;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(most);
        var sent = driver.Sent.All.Count;
        try
        {
            var seen = await trial.Run(driver, limit.Token);
            driver.Sent.Over(sent);
            return new CaseOutcome(trial.Id, trial.Name, seen is null ? CaseResult.NotApplicable : CaseResult.Pass, seen
                ?? "the venue does not have it");
        }
        catch (CaseNotApplicableException other)
        {
            return new CaseOutcome(trial.Id, trial.Name, CaseResult.NotApplicable, other.Message);
        }
        catch (CaseFailedException failure)
        {
            return new CaseOutcome(trial.Id, trial.Name, CaseResult.Fail, failure.Message.Printable());
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new CaseOutcome(trial.Id, trial.Name, CaseResult.Fail, $"no end within {most.TotalSeconds} s");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever an adapter throws here it would throw at the desk.
            return new CaseOutcome(trial.Id, trial.Name, CaseResult.Fail, $"{failure.GetType().Name}: {failure.Message.Printable()}");
        }
    }
}
