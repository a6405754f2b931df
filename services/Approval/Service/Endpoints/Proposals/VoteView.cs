using Superintel.Approval.Proposals;

namespace Superintel.Approval.Service.Endpoints.Proposals;

/// <param name="By">The authenticated user.</param>
/// <param name="Vote">approve or decline.</param>
public sealed record VoteView(string By, string Vote, string Comment, DateTimeOffset At)
{
    public static VoteView Of(Vote vote) => new(vote.By, vote.Approves ? "approve" : "decline", vote.Comment, vote.At);
}
