using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Clearances.Ports;
using Superintel.Risk.Clearances.ReleaseExposure;
using Superintel.Risk.Service.Adapters.Verdicts.Postgres;
using Superintel.Risk.Verdicts;
using Superintel.Risk.Verdicts.JudgeProposal;
using Superintel.Risk.Verdicts.Ports;
using Superintel.Risk.Verdicts.WhatIf;

namespace Superintel.Risk.Service.Adapters.Verdicts;

/// <summary>The gate, and the exposure that it permitted.</summary>
public static class VerdictsModule
{
    public static IServiceCollection AddVerdicts(this IServiceCollection services) => services
        .AddScoped<IVerdicts, PostgresVerdicts>()
        .AddScoped<IReservations, PostgresReservations>()
        .AddScoped<GatherEvidence>()
        .AddScoped<WhatIf>()
        .AddScoped<IHandle<ProposalApproved>, JudgeProposal>()
        .AddScoped<IHandle<PairOrderClosed>, ReleaseExposure>()
        .AddScoped<IHandle<OrderDenied>, ReleaseExposure>()
        .AddScoped<IHandle<OrderRejected>, ReleaseExposure>();
}
