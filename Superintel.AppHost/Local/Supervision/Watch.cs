using Superintel.AppHost.Local.Parts;

namespace Superintel.AppHost.Local.Supervision;

/// <summary>Asks a running part again and again, and reports what its answers mean.</summary>
internal sealed class Watch(Part part, Surroundings around, Action<string> say)
{
    private static readonly TimeSpan AskWithin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WhileStarting = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan WhileHealthy = TimeSpan.FromSeconds(1);

    // One lost answer on a busy machine is no illness.
    private const int FailuresBeforeUnhealthy = 3;

    private bool prepared;
    private int failures;
    private string? lastComplaint;

    /// <summary>Runs until the token says that the process has ended or shall end.</summary>
    public async Task Run(CancellationToken ended)
    {
        try
        {
            while (true)
            {
                var answer = await Ask(ended);
                var complaint = answer.Complaint ?? await Prepare(ended);
                if (complaint is null) Works(answer.Missing);
                else Complain(complaint);
                await Task.Delay(complaint is null ? WhileHealthy : WhileStarting, around.Clock, ended);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task<ProbeAnswer> Ask(CancellationToken ended)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ended);
        patience.CancelAfter(AskWithin);
        try
        {
            return await part.Probe.Ask(patience.Token);
        }
        catch (OperationCanceledException) when (!ended.IsCancellationRequested)
        {
            return ProbeAnswer.Not($"no answer within {AskWithin.TotalSeconds:0} s");
        }
    }

    private async Task<string?> Prepare(CancellationToken ended)
    {
        if (prepared || part.Prepare is null)
            return null;
        try
        {
            await part.Prepare(ended);
            prepared = true;
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return $"preparing failed: {failure.Message}";
        }
    }

    private void Works(IReadOnlyList<string> without)
    {
        failures = 0;
        var (before, missed) = (around.Board[part.Name], around.Board.Missing(part.Name));
        if (before.Works() && missed.SequenceEqual(without))
            return;
        around.Board.Works(part.Name, without);
        if (without.Count > 0)
            say($"degraded{(before.Works() ? "" : $" at {part.Url}")}, without {string.Join(", ", without)}");
        else
            say(before is PartHealth.Unhealthy or PartHealth.Degraded ? "healthy again" : $"healthy at {part.Url}");
    }

    private void Complain(string complaint)
    {
        var before = around.Board[part.Name];
        failures++;
        if (before.Works() && failures >= FailuresBeforeUnhealthy)
        {
            around.Board.Report(part.Name, PartHealth.Unhealthy);
            say($"unhealthy: {complaint}");
        }
        else if (complaint.StartsWith("preparing", StringComparison.Ordinal) && complaint != lastComplaint)
        {
            say(complaint);
        }

        lastComplaint = complaint;
    }
}
