using Superintel.Risk.Service.Endpoints.KillSwitch;
using Superintel.Risk.Service.Endpoints.Limits;
using Superintel.Risk.Service.Endpoints.Portfolio;
using Superintel.Risk.Service.Endpoints.Sizing;
using Superintel.Risk.Service.Endpoints.Verdicts;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Risk.Service.Endpoints;

/// <summary>Risk's routes.</summary>
public static class RiskEndpoints
{
    public static WebApplication MapRiskApiV1(this WebApplication app)
    {
        app.MapLimits();
        app.MapVerdicts();
        app.MapKillSwitch();
        app.MapPortfolio();
        app.MapGrpcService<SizingGrpc>().RequireAuthorization(Policies.Service);
        return app;
    }
}
