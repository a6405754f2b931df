using System.Collections.Concurrent;

namespace Superintel.Gateway.Access.Users;

/// <summary>Accounts as they were a moment ago: every request asks whether its user may still come in.</summary>
internal sealed class KnownUsers(UserStore store)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (UserAccount? Account, long At)> remembered = new(StringComparer.Ordinal);

    public async ValueTask<UserAccount?> Find(string name, CancellationToken ct)
    {
        if (remembered.TryGetValue(name, out var known) && TimeProvider.System.GetElapsedTime(known.At) < Freshness) return known.Account;
        var account = await store.Find(name, ct);
        if (remembered.Count >= MostRemembered) remembered.Clear();
        remembered[name] = (account, TimeProvider.System.GetTimestamp());
        return account;
    }

    public void Forget(string name) => remembered.TryRemove(name, out _);
}
