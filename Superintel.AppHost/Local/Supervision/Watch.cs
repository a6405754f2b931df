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
                var complaint = await Ask(ended) ?? await Prepare(ended);
                Report(complaint);
                await Task.Delay(complaint is null ? WhileHealthy : WhileStarting, around.Clock, ended);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task<string?> Ask(CancellationToken ended)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ended);
        patience.CancelAfter(AskWithin);
        try
        {
            return await part.Probe.Ask(patience.Token);
        }
        catch (OperationCanceledException) when (!ended.IsCancellationRequested)
        {
            return $"no answer within {AskWithin.TotalSeconds:0} s";
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

    private void Report(string? complaint)
    {
        var before = around.Board[part.Name];
        if (complaint is null)
        {
            failures = 0;
            if (before != PartHealth.Healthy)
                around.Board.Report(part.Name, PartHealth.Healthy);
            if (before != PartHealth.Healthy)
                say(before == PartHealth.Unhealthy ? "healthy again" : $"healthy at {part.Url}");
            return;
        }

        failures++;
        if (before == PartHealth.Healthy && failures >= FailuresBeforeUnhealthy)
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
