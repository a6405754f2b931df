using Superintel.Journal.Service.Adapters;
using Superintel.Journal.Service.Endpoints;
using Superintel.ServiceDefaults;

namespace Superintel.Journal.Service;

/// <summary>The service as it is started: by Program, and by tests on free ports.</summary>
public static class JournalService
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults("journal");
        builder.AddMessaging(bus => JournalModule.SubscribeToAll(bus.HandleInGroups().PublishAhead(100)));
        builder.Services.AddJournal(builder.Configuration);
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapJournalApiV1();
        return app;
    }
}
