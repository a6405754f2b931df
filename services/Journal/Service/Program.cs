using Superintel.Journal.Service.Adapters;
using Superintel.Journal.Service.Endpoints;
using Superintel.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("journal");
builder.AddMessaging(JournalModule.SubscribeToAll);
builder.Services.AddJournal(builder.Configuration);
var app = builder.Build();
app.UseServiceDefaults();
app.MapJournalApiV1();
await app.RunAsync();
