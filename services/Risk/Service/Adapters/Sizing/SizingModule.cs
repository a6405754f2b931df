using Superintel.Risk.Sizing.SizeSignal;

namespace Superintel.Risk.Service.Adapters.Sizing;

/// <summary>How large a signal may be.</summary>
public static class SizingModule
{
    public static IServiceCollection AddSizing(this IServiceCollection services) => services
        .AddScoped<SizeSignal>()
        .AddSingleton<PatientSizing>();
}
