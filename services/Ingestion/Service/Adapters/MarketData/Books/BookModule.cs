using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Ingestion.Service.Adapters.MarketData.Binance;
using Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.ServiceDefaults;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>Books to Risk and quotes to Execution, where they are enabled.</summary>
internal static class BookModule
{
    /// <exception cref="InvalidOperationException">Options that cannot be, or books without a live feed.</exception>
    public static WebApplicationBuilder AddBooks(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Books").Get<BookOptions>() ?? new BookOptions();
        if (!options.Enabled) return builder;
        var binance = builder.Configuration.GetSection("Binance").Get<BinanceFeedOptions>() ?? new BinanceFeedOptions();
        var ibkr = builder.Configuration.GetSection("Ibkr").Get<IbkrFeedOptions>() ?? new IbkrFeedOptions();
        if (!binance.Enabled && !ibkr.Enabled)
            throw new InvalidOperationException("Books:Enabled needs a live feed, whose books they are.");
        var wanted = options.Wanted(binance.Enabled ? binance.Instruments.Keys : ibkr.Instruments.Keys);
        AddListeners(builder, options);
        builder.Services.AddSingleton(options).AddSingleton<BookBuckets>().AddHostedService<BookWorker>();
        // The feed and its books share one client: the exchange counts requests by address.
        builder.Services.AddSingleton<IBookSource>(services => binance.Enabled
            ? new BinanceBooks(binance, Feed(services).Client, wanted, options.Trades, services.GetRequiredService<LiveClock>())
            : new IbkrBooks(
                ibkr, wanted, options.Trades, services.GetRequiredService<LiveClock>(), services.GetRequiredService<ILogger<IbkrBooks>>()));
        return builder;
    }

    private static void AddListeners(WebApplicationBuilder builder, BookOptions options)
    {
        builder.AddGrpcClientTo<Contracts.Grpc.RiskV1.Books.BooksClient>("risk");
        builder.Services.AddSingleton(services =>
        {
            var buckets = services.GetRequiredService<BookBuckets>();
            return BookListener.Risk(
                services.GetRequiredService<Contracts.Grpc.RiskV1.Books.BooksClient>(), id => options.Trades ? buckets.Of(id) : 0m);
        });
        if (!options.Quotes) return;
        builder.AddGrpcClientTo<Quotes.QuotesClient>("execution");
        builder.Services.AddSingleton(services => BookListener.Execution(
            services.GetRequiredService<Quotes.QuotesClient>(), services.GetRequiredService<LiveClock>()));
    }

    private static BinanceSource Feed(IServiceProvider services) => (BinanceSource)services.GetRequiredService<ILiveSource>();
}
