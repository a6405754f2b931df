using Superintel.Gateway;
using Superintel.Gateway.Access;
using Superintel.Gateway.Access.ApiKeys;
using Superintel.Gateway.Fleet;
using Superintel.Gateway.Limits;
using Superintel.Gateway.Live;
using Superintel.Gateway.Messages;
using Superintel.Gateway.OpenApi;
using Superintel.Gateway.Web;
using Superintel.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("gateway");
builder.AddMessaging(_ => { });
builder.Services.AddGateway(builder.Configuration);
var app = builder.Build();
app.UseSecurityHeaders();
app.UseWebApp();
app.UseLiveTokens();
app.UseServiceDefaults();
app.UseRateLimitGate();
app.UseScopeGate();
app.MapLogin();
app.MapUsers();
app.MapApiKeys();
app.MapFleet();
app.MapDeadMessagesOfAll();
app.MapMergedOpenApi();
app.MapLive();
app.MapReverseProxy();
app.MapWebApp();
await app.RunAsync();

/// <summary>Named for the tests that start it.</summary>
public partial class Program;
