using Superintel.Contracts.Events.V1;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Risk.Service.Adapters;
using Superintel.Risk.Service.Endpoints;
using Superintel.ServiceDefaults;

namespace Superintel.Risk.Service;

/// <summary>The service as it is started: by Program, and by tests on free ports.</summary>
public static class RiskService
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults("risk");
        builder.AddMessaging(bus => bus
            .Subscribe<InstrumentListed>()
            .Subscribe<BarsBackfilled>()
            .Subscribe<BarClosed>()
            .Subscribe<SliceExecuted>()
            .Subscribe<ProposalApproved>()
            .Subscribe<OrderAccepted>()
            .Subscribe<OrderFilled>()
            .Subscribe<FillCorrected>()
            .Subscribe<CommissionBooked>()
            .Subscribe<PairOrderClosed>()
            .Subscribe<OrderDenied>()
            .Subscribe<OrderRejected>()
            .Subscribe<ExternalOrderChanged>()
            .Subscribe<PositionMismatchChanged>());
        builder.AddGrpcClientTo<Trading.TradingClient>("execution");
        builder.Services.AddRisk(builder.Configuration);
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapRiskApiV1();
        return app;
    }
}
