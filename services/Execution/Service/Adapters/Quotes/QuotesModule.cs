using Superintel.Execution.Service.Adapters.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Paper.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Quotes;

/// <summary>Quotes into the paper venue, when a feed tells them.</summary>
internal static class QuotesModule
{
    /// <exception cref="ArgumentException">A value out of its bounds.</exception>
    public static IServiceCollection AddQuotes(this IServiceCollection services, PaperOptions options) => services
        .AddSingleton(new QuotedInstruments(options))
        .AddSingleton(new PaperWork(TimeProvider.System))
        .AddSingleton<ICachedState>(provider => provider.GetRequiredService<PaperWork>())
        .AddSingleton<QuoteIntake>()
        .AddScoped<PostgresPaperBook>()
        .AddScoped<IPaperBook>(scope => new WatchedPaperBook(
            scope.GetRequiredService<PostgresPaperBook>(), scope.GetRequiredService<PaperWork>()));
}
