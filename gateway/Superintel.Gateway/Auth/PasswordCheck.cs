using Microsoft.Extensions.Options;

namespace Superintel.Gateway.Auth;

/// <summary>Checks passwords, a few at a time: each costs a good part of a second of a core, and strangers may ask.</summary>
internal sealed class PasswordCheck(IOptions<AccessOptions> options) : IDisposable
{
    private const int AtOnce = 2;
    private readonly SemaphoreSlim gate = new(AtOnce, AtOnce);
    private readonly Lazy<string> nobody = new(() => PasswordHash.Of(Guid.NewGuid().ToString(), options.Value.PasswordIterations));

    /// <param name="stored">Null for a user who does not exist: the work is done all the same, so that time tells nothing.</param>
    public async Task<bool> Matches(string password, string? stored, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            var matches = await Task.Run(() => PasswordHash.Matches(password, stored ?? nobody.Value), ct);
            return matches && stored is not null;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
