using Superintel.Risk.Service.Endpoints.Breakers;
using Superintel.Risk.Service.Endpoints.Chaos;
using Superintel.Risk.Service.Endpoints.Hedges;
using Superintel.Risk.Service.Endpoints.KillSwitch;
using Superintel.Risk.Service.Endpoints.Limits;
using Superintel.Risk.Service.Endpoints.Measures;
using Superintel.Risk.Service.Endpoints.Microstructure;
using Superintel.Risk.Service.Endpoints.Portfolio;
using Superintel.Risk.Service.Endpoints.Restricted;
using Superintel.Risk.Service.Endpoints.Sizing;
using Superintel.Risk.Service.Endpoints.Stress;
using Superintel.Risk.Service.Endpoints.Verdicts;
using Superintel.Risk.Service.Endpoints.WhatIf;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Risk.Service.Endpoints;

/// <summary>Risk's routes.</summary>
public static class RiskEndpoints
{
    public static WebApplication MapRiskApiV1(this WebApplication app)
    {
        app.MapLimits();
        app.MapVerdicts();
        app.MapWhatIf();
        app.MapMeasures();
        app.MapStress();
        app.MapChaos();
        app.MapHedges();
        app.MapBreakers();
        app.MapRestricted();
        app.MapKillSwitch();
        app.MapPortfolio();
        app.MapGrpcService<BooksGrpc>().RequireAuthorization(Policies.Service);
        app.MapGrpcService<SizingGrpc>().RequireAuthorization(Policies.Service);
        return app;
    }
}
