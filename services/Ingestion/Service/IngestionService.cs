using Superintel.Ingestion.Service.Adapters.MarketData;
using Superintel.Ingestion.Service.Adapters.MarketData.Books;
using Superintel.Ingestion.Service.Adapters.ReferenceData;
using Superintel.Ingestion.Service.Endpoints.MarketData;
using Superintel.Ingestion.Service.Endpoints.ReferenceData;

namespace Superintel.Ingestion.Service;

/// <summary>What the Ingestion service is made of.</summary>
public static class IngestionService
{
    /// <exception cref="InvalidOperationException">Options that cannot be: every one of them is named.</exception>
    public static IServiceCollection AddIngestion(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.Get<IngestionOptions>() ?? new IngestionOptions();
        IngestionOptionsRules.Check(options);
        services.AddSingleton(options);
        return services.AddReferenceData().AddMarketData(options, configuration);
    }

    /// <summary>Level 2 books to Risk, where they are enabled.</summary>
    public static WebApplicationBuilder AddIngestionBooks(this WebApplicationBuilder builder) => builder.AddBooks();

    /// <summary>REST and gRPC of the service.</summary>
    public static WebApplication MapIngestionApiV1(this WebApplication app)
    {
        app.MapInstruments();
        app.MapBars();
        app.MapQuarantine();
        app.MapReplay();
        app.MapImport();
        app.MapMarketDataGrpc();
        return app;
    }
}
