using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.Service;
using Superintel.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("ingestion");
builder.AddMessaging(bus => bus
    .Subscribe<SliceScored>()
    .Subscribe<SliceExecuted>()
    .Subscribe<ProposalCreated>()
    .Subscribe<ProposalApproved>()
    .Subscribe<ProposalDeclined>()
    .Subscribe<OrderVetoed>()
    .Subscribe<OrderDenied>()
    .Subscribe<OrderAccepted>()
    .Subscribe<OrderRejected>()
    .Subscribe<OrderOutcomeUnknown>()
    .Subscribe<PairOrderClosed>());
builder.Services.AddIngestion(builder.Configuration);
builder.AddIngestionBooks();
var app = builder.Build();
app.UseServiceDefaults();
app.MapIngestionApiV1();
await app.RunAsync();
