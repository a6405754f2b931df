using Superintel.Ingestion.ReferenceData;
using Superintel.Ingestion.ReferenceData.ListInstruments;
using Superintel.Ingestion.ReferenceData.Ports;
using Superintel.Ingestion.Service.Adapters.ReferenceData.Postgres;

namespace Superintel.Ingestion.Service.Adapters.ReferenceData;

/// <summary>Instruments.</summary>
internal static class ReferenceDataModule
{
    public static IServiceCollection AddReferenceData(this IServiceCollection services) => services
        .AddScoped<IInstruments, PostgresInstruments>()
        .AddScoped<ListInstruments>()
        .AddScoped<DescribeInstruments>();
}
