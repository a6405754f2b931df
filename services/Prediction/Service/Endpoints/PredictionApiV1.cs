using Superintel.Prediction.Service.Endpoints.Research;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Prediction.Service.Endpoints;

/// <summary>Prediction's routes, as the gateway shows them.</summary>
internal static class PredictionApiV1
{
    public static void MapPredictionApiV1(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").RequireAuthorization(Policies.ViewerOrService);
        api.MapPairs();
        api.MapSignals();
        api.MapFeatures();
        app.MapResearch();
    }
}
