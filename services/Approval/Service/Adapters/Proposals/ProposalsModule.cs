using Superintel.Approval.Proposals.CastVote;
using Superintel.Approval.Proposals.LapseProposals;
using Superintel.Approval.Proposals.Ports;
using Superintel.Approval.Proposals.ProposeHedge;
using Superintel.Approval.Proposals.ProposeTrade;
using Superintel.Approval.Service.Adapters.Proposals.Postgres;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Approval.Service.Adapters.Proposals;

/// <summary>Proposals, votes and their end.</summary>
public static class ProposalsModule
{
    public static IServiceCollection AddProposals(this IServiceCollection services) => services
        .AddScoped<IProposals, PostgresProposals>()
        .AddScoped<LapseProposals>()
        .AddScoped<CastVote>()
        .AddScoped<ProposeHedge>()
        .AddScoped<IHandle<BarClosed>, LapseProposals>()
        .AddScoped<IHandle<SignalGenerated>, ProposeTrade>()
        .AddHostedService<LapseTimer>();
}
