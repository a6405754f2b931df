using Microsoft.Extensions.Options;
using Superintel.Prediction.Service.Adapters.Research.Jobs;

namespace Superintel.Prediction.Service.Adapters.Research;

/// <summary>Wires research.</summary>
internal static class ResearchModule
{
    public static IServiceCollection AddResearch(this IServiceCollection services)
    {
        services.AddOptions<ResearchOptions>().BindConfiguration("Research")
            .Validate(
                options => options is { Statistics: >= 1, QueuedJobs: >= 1, KeptJobs: >= 1, MostValues: >= 1, LargestResult: >= 1 }
                    && options.StatisticTime > TimeSpan.Zero && options.JobTime > TimeSpan.Zero && options.ProgressInterval > TimeSpan.Zero,
                "Research: every number and every time is above zero")
            .ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ResearchOptions>>().Value);
        services.AddScoped<PanelReader>().AddScoped<JobStore>().AddScoped<JobReader>();
        services.AddSingleton<StatisticRuns>().AddSingleton<JobWake>().AddSingleton<JobBook>().AddSingleton<JobWork>();
        return services.AddHostedService<JobRunner>();
    }
}
