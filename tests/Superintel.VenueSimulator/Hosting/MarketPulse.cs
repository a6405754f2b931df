using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Hosting;

/// <summary>Moves the markets of an exchange on and on.</summary>
public sealed class MarketPulse : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task beating;

    /// <param name="every">Zero: never.</param>
    public MarketPulse(SimExchange exchange, TimeSpan every) =>
        beating = every > TimeSpan.Zero ? Beat(exchange, every) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await beating;
        stop.Dispose();
    }

    private async Task Beat(SimExchange exchange, TimeSpan every)
    {
        using var timer = new PeriodicTimer(every);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token)) exchange.Step();
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }
}
