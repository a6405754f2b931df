using Superintel.Risk.Hedging.SizeHedge;
using Superintel.Risk.Sizing.SizeSignal;

namespace Superintel.Risk.Service.Adapters.Sizing;

/// <summary>How large a signal or a hedge may be.</summary>
public static class SizingModule
{
    public static IServiceCollection AddSizing(this IServiceCollection services) => services
        .AddScoped<SizeSignal>()
        .AddScoped<SizeHedge>()
        .AddSingleton<PatientSizing>();
}
