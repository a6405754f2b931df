using Microsoft.Extensions.Options;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Auth;

/// <summary>Signs people in and keeps their sessions going.</summary>
internal sealed class SignIn(ITransactions transactions, PasswordCheck passwords, AccessTokens tokens, LiveSessions sessions,
    IOptions<AccessOptions> options)
{
    public async Task<SignInOutcome> With(string name, string password, string from, CancellationToken ct)
    {
        var (locked, user) = await transactions.Run(
            async (scope, inner) =>
            {
                var wait = await scope.GetRequiredService<SignInAttempts>().Open(name, inner);
                return (wait, wait is null ? await scope.GetRequiredService<UserStore>().Find(name, inner) : null);
            },
            ct);
        if (locked is not null) return new SignInOutcome(null, "account-locked", locked);
        var right = await passwords.Matches(password, user?.PasswordHash, ct);
        return right && user is { Disabled: false } ? await Admit(user, from, ct) : await Refuse(name, from, ct);
    }

    public Task<SignInOutcome> Refresh(string refreshToken, CancellationToken ct) => transactions.Run(
        async (scope, inner) =>
        {
            var fresh = SecretText.New();
            var renewed = await scope.GetRequiredService<SessionStore>().Refresh(refreshToken, fresh, inner);
            var user = renewed is { } session ? await scope.GetRequiredService<UserStore>().Find(session.User, inner) : null;
            sessions.Forget();
            return user is { Disabled: false }
                ? new SignInOutcome(Grant(user, renewed!.Value.Id, fresh))
                : new SignInOutcome(null, "refresh-token-invalid");
        },
        ct);

    private Task<SignInOutcome> Admit(User user, string from, CancellationToken ct) => transactions.Run(
        async (scope, inner) =>
        {
            var id = Guid.CreateVersion7();
            var refresh = SecretText.New();
            await scope.GetRequiredService<SignInAttempts>().Forget(user.Name, inner);
            await scope.GetRequiredService<SessionStore>()
                .Add(id, user.Name, refresh, TimeProvider.System.GetUtcNow() + options.Value.SessionLifetime, inner);
            await scope.GetRequiredService<AccessLog>().Record(user.Name, "login", $"from {from}", inner);
            return new SignInOutcome(Grant(user, id, refresh));
        },
        ct);

    private Task<SignInOutcome> Refuse(string name, string from, CancellationToken ct) => transactions.Run(
        async (scope, inner) =>
        {
            var log = scope.GetRequiredService<AccessLog>();
            await log.Record(name, "login-failed", $"from {from}", inner);
            if (await scope.GetRequiredService<SignInAttempts>().IsLocked(name, inner)) await log.Record(name, "lockout", $"from {from}",
                inner);
            return new SignInOutcome(null, "wrong-credentials");
        },
        ct);

    private TokenGrant Grant(User user, Guid session, string refresh)
    {
        var (token, expiresAt) = tokens.Create(user.Name, user.Role, session);
        return new TokenGrant(token, expiresAt, [user.Role], refresh);
    }
}
