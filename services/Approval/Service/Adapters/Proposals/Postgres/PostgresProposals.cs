using Dapper;
using Superintel.Approval.Proposals;
using Superintel.Approval.Proposals.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Approval.Service.Adapters.Proposals.Postgres;

public sealed class PostgresProposals(DbSession session) : IProposals
{
    private const string Select = """
        SELECT proposal_id AS ProposalId, status, tier, tier_reason AS TierReason, terms::text AS Terms, votes::text AS Votes,
            created_at AS CreatedAt, expires_at AS ExpiresAt, decided_at AS DecidedAt, code, version
        FROM proposal
        """;

    public async ValueTask<Proposal?> Find(ProposalId id, CancellationToken ct) =>
        (await Rows($"{Select} WHERE proposal_id = @id FOR UPDATE", new { id = id.Value }, ct)).SingleOrDefault();

    public async ValueTask<bool> TryAdd(Proposal proposal, CancellationToken ct) => await Execute(
        """
        INSERT INTO proposal (proposal_id, decision_id, pair_id, status, tier, tier_reason, terms, votes, created_at, expires_at,
            decided_at, code, version)
        VALUES (@ProposalId, @DecisionId, @PairId, @Status, @Tier, @TierReason, @Terms::jsonb, @Votes::jsonb, @CreatedAt, @ExpiresAt,
            @DecidedAt, @Code, @Version)
        ON CONFLICT DO NOTHING
        """,
        ProposalRow.Of(proposal),
        ct) == 1;

    public async ValueTask Save(Proposal proposal, int before, CancellationToken ct)
    {
        var row = ProposalRow.Of(proposal);
        var saved = await Execute(
            """
            UPDATE proposal SET status = @Status, votes = @Votes::jsonb, decided_at = @DecidedAt, code = @Code, version = @Version
            WHERE proposal_id = @ProposalId AND version = @before
            """,
            new { row.Status, row.Votes, row.DecidedAt, row.Code, row.Version, row.ProposalId, before },
            ct);
        if (saved != 1) throw new InvalidOperationException($"{proposal.Id} was moved by somebody else.");
    }

    public async ValueTask<IReadOnlyList<Proposal>> Pending(CancellationToken ct) =>
        await Rows($"{Select} WHERE status = 'Pending' ORDER BY created_at, proposal_id FOR UPDATE", null, ct);

    public async ValueTask<IReadOnlyList<Proposal>> Page(ProposalStatus? status, ProposalPlace? after, int limit, CancellationToken ct) =>
        await Rows(
            $"""
            {Select} WHERE (@status::text IS NULL OR status = @status)
                AND (@at::timestamptz IS NULL OR created_at < @at OR created_at = @at AND proposal_id > @id)
            ORDER BY created_at DESC, proposal_id LIMIT @limit
            """,
            new { status = status?.ToString(), at = after?.CreatedAt, id = after?.ProposalId, limit },
            ct);

    private async ValueTask<IReadOnlyList<Proposal>> Rows(string sql, object? parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<ProposalRow>(
            new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct));
        return [.. rows.Select(row => row.ToProposal())];
    }

    private async ValueTask<int> Execute(string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct));
    }
}
