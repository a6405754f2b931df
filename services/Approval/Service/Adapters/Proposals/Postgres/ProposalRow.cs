using System.Text.Json;
using Superintel.Approval.Proposals;
using Superintel.Approval.Tiers;
using Superintel.Kernel;

namespace Superintel.Approval.Service.Adapters.Proposals.Postgres;

internal sealed record ProposalRow
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    public string ProposalId { get; init; } = "";

    public string DecisionId { get; init; } = "";

    public string PairId { get; init; } = "";

    public string Status { get; init; } = "";

    public string Tier { get; init; } = "";

    public string TierReason { get; init; } = "";

    public string Terms { get; init; } = "";

    public string Votes { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string Code { get; init; } = "";

    public int Version { get; init; }

    public static ProposalRow Of(Proposal proposal) => new()
    {
        ProposalId = proposal.Id.Value,
        DecisionId = proposal.Terms.Decision.Value,
        PairId = proposal.Terms.PairId,
        Status = proposal.Status.ToString(),
        Tier = proposal.Tier.ToString(),
        TierReason = proposal.TierReason,
        Terms = JsonSerializer.Serialize(StoredTerms.Of(proposal.Terms), json),
        Votes = JsonSerializer.Serialize(proposal.Votes, json),
        CreatedAt = proposal.CreatedAt,
        ExpiresAt = proposal.ExpiresAt,
        DecidedAt = proposal.DecidedAt,
        Code = proposal.Code,
        Version = proposal.Version,
    };

    public Proposal ToProposal() => new(
        new ProposalId(ProposalId),
        Read<StoredTerms>(Terms).ToTerms(),
        Enum.Parse<Tier>(Tier),
        TierReason,
        Enum.Parse<ProposalStatus>(Status),
        [.. Read<Vote[]>(Votes)],
        CreatedAt,
        ExpiresAt,
        DecidedAt,
        Code,
        Version);

    private static T Read<T>(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, json) ?? throw new InvalidDataException($"A stored {typeof(T).Name} is null.");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"A stored {typeof(T).Name} cannot be read.", broken);
        }
    }
}
