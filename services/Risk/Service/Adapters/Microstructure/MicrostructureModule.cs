using Superintel.Risk.Microstructure.ObserveBook;
using Superintel.Risk.Microstructure.Ports;
using Superintel.Risk.Service.Adapters.Microstructure.Postgres;

namespace Superintel.Risk.Service.Adapters.Microstructure;

/// <summary>Level 2 books, as feeds tell them.</summary>
public static class MicrostructureModule
{
    public static IServiceCollection AddMicrostructure(this IServiceCollection services) =>
        services.AddScoped<IBooks, PostgresBooks>().AddScoped<ObserveBook>();
}
