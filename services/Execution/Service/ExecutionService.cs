using Superintel.Contracts.Events.V1;
using Superintel.Execution.Service.Adapters;
using Superintel.Execution.Service.Endpoints;
using Superintel.ServiceDefaults;

namespace Superintel.Execution.Service;

/// <summary>The service as it is started: by Program, and by tests on free ports.</summary>
public static class ExecutionService
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults("execution");
        builder.Services.AddExecution(builder.Configuration);
        builder.AddMessaging(bus => bus
            .Subscribe<InstrumentListed>()
            .Subscribe<BarClosed>()
            .Subscribe<OrderCleared>()
            .Subscribe<TradingStateChanged>());
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapExecutionApiV1();
        return app;
    }
}
