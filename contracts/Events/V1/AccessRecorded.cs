namespace Superintel.Contracts.Events.V1;

/// <summary>Someone signed in, failed to, was locked out, or changed who may do what.</summary>
/// <param name="Action">login, login-failed, lockout, logout, user-created, role-changed, password-changed, api-key-created,
/// api-key-revoked,
/// signing-key-rotated.</param>
/// <param name="AccessId">Unique per record.</param>
public sealed record AccessRecorded(string AccessId, string User, string Action, string Detail, DateTimeOffset OccurredAt) : IEvent
{
    public string EventId => $"access-recorded/{AccessId}";
}
