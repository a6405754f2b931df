using Superintel.Contracts.Events.V1;
using Superintel.Prediction.Service;
using Superintel.Prediction.Service.Endpoints;
using Superintel.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("prediction");
builder.AddMessaging(bus => bus
    .Subscribe<InstrumentListed>()
    .Subscribe<FeedFreshnessChanged>()
    .Subscribe<BarsBackfilled>()
    .Subscribe<BarClosed>()
    .Subscribe<ProposalDeclined>()
    .Subscribe<OrderVetoed>()
    .Subscribe<OrderDenied>()
    .Subscribe<PairOrderClosed>());
builder.Services.AddPrediction();
var app = builder.Build();
app.UseServiceDefaults();
app.MapPredictionApiV1();
await app.RunAsync();
