using Superintel.Contracts.Events.V1;
using Superintel.Execution.Service.Adapters;
using Superintel.Execution.Service.Endpoints;
using Superintel.ServiceDefaults;

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
await app.RunAsync();

/// <summary>Named for the tests that start it.</summary>
public partial class Program;
