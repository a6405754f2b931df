using Superintel.Approval.Service.Adapters;
using Superintel.Approval.Service.Endpoints;
using Superintel.Contracts.Events.V1;
using Superintel.ServiceDefaults;
using RiskSizing = Superintel.Contracts.Grpc.RiskV1.Sizing;

namespace Superintel.Approval.Service;

/// <summary>The service as it is started: by Program, and by tests on free ports.</summary>
public static class ApprovalService
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults("approval");
        builder.AddMessaging(bus => bus.Subscribe<SignalGenerated>().Subscribe<BarClosed>());
        builder.AddGrpcClientTo<RiskSizing.SizingClient>("risk");
        builder.Services.AddApproval();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapApprovalApiV1();
        return app;
    }
}
