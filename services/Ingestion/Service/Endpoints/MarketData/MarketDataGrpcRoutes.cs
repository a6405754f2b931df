using Superintel.ServiceDefaults.Security;

namespace Superintel.Ingestion.Service.Endpoints.MarketData;

/// <summary>The gRPC service of contracts/Grpc.</summary>
internal static class MarketDataGrpcRoutes
{
    public static void MapMarketDataGrpc(this IEndpointRouteBuilder app) =>
        app.MapGrpcService<MarketDataGrpc>().RequireAuthorization(Policies.ViewerOrService);
}
