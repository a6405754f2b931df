using Superintel.Execution.Trading.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Trading.Asking;

/// <summary>
/// Exclusive work that must know what venues say. They are asked outside of the turn: an attempt that misses an answer is rolled back as a
/// whole and made again with it, so what is stored is always one transaction over answers that were all there.
/// </summary>
internal sealed class Interviews(ITransactions transactions, IEnumerable<LiveVenue> live)
{
    // Orders, the book, those behind a difference, the book again; a ledger that moves meanwhile asks for some more.
    private const int MostAttempts = 12;

    private readonly Dictionary<string, IBroker> wires = live.ToDictionary(
        venue => venue.Name, venue => venue.Broker, StringComparer.Ordinal);

    /// <exception cref="Superintel.Execution.Trading.BrokerUnavailableException">A venue's book could not be had.</exception>
    public async Task<T> Run<T>(Func<IServiceProvider, Interview, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        var interview = new Interview(wires);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            try
            {
                var result = await transactions.RunExclusive((scope, inner) => Try(scope, interview, work, inner), ct);
                await interview.SendCancels(ct);
                return result;
            }
            catch (Exception) when (interview.IsOpen && !ct.IsCancellationRequested)
            {
                // Nothing of this attempt is stored; whatever broke it, it was made on guesses.
                await interview.Ask(ct);
            }
        }
        throw new InvalidOperationException($"After {MostAttempts} attempts the work still asks for more.");
    }

    private static async Task<T> Try<T>(
        IServiceProvider scope, Interview interview, Func<IServiceProvider, Interview, CancellationToken, Task<T>> work,
        CancellationToken ct)
    {
        interview.Begin();
        scope.GetRequiredService<Questions>().Answers = interview;
        var result = await work(scope, interview, ct);
        return interview.IsOpen ? throw new InvalidOperationException("Answers are missing; the attempt is made again.") : result;
    }
}
