using Superintel.Execution.Service.Endpoints.Execution;
using Superintel.Execution.Service.Endpoints.Reconciliation;
using Superintel.Execution.Service.Endpoints.Trading;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Execution.Service.Endpoints;

/// <summary>The service's surface.</summary>
internal static class ExecutionApi
{
    public static void MapExecutionApiV1(this WebApplication app)
    {
        app.MapOrders();
        app.MapFills();
        app.MapReconciliation();
        app.MapGrpcService<TradingGrpc>().RequireAuthorization(Policies.Service);
        app.MapGrpcService<QuotesGrpc>().RequireAuthorization(Policies.Service);
    }
}
