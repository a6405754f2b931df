using Superintel.Execution.Trading;

namespace Superintel.VenueSimulator.Conformance;

/// <summary>Runs the cases one after the other; a failed one does not stop the rest.</summary>
public static class ConformanceRunner
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(90);

    /// <param name="only">Ids to run; empty: all.</param>
    public static async Task<ConformanceReport> Run(IVenueDriver driver, IReadOnlyCollection<string> only, CancellationToken ct)
    {
        var outcomes = new List<CaseOutcome>();
        foreach (var trial in ConformanceSuite.All.Where(trial => only.Count == 0 || only.Contains(trial.Id)))
            outcomes.Add(await Run(trial, driver, ct));
        return new ConformanceReport(driver.Profile.Venue, outcomes);
    }

    private static async Task<CaseOutcome> Run(ConformanceCase trial, IVenueDriver driver, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Most);
        try
        {
            var seen = await trial.Run(driver, limit.Token);
            return new CaseOutcome(trial.Id, trial.Name, seen is null ? CaseResult.NotApplicable : CaseResult.Pass, seen
                ?? "the venue does not have it");
        }
        catch (CaseFailedException failure)
        {
            return new CaseOutcome(trial.Id, trial.Name, CaseResult.Fail, failure.Message);
        }
        catch (BrokerUnavailableException failure)
        {
            return new CaseOutcome(trial.Id, trial.Name, CaseResult.Fail, $"unavailable: {failure.Message}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new CaseOutcome(trial.Id, trial.Name, CaseResult.Fail, $"no end within {Most.TotalSeconds} s");
        }
    }
}
