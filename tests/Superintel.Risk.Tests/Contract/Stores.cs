using Superintel.Risk.Breakers.Memory;
using Superintel.Risk.Breakers.Ports;
using Superintel.Risk.Clearances.Memory;
using Superintel.Risk.Clearances.Ports;
using Superintel.Risk.Exposure.External.Memory;
using Superintel.Risk.Exposure.External.Ports;
using Superintel.Risk.KillSwitch.Memory;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.Limits.Memory;
using Superintel.Risk.Limits.Ports;
using Superintel.Risk.Market.Memory;
using Superintel.Risk.Market.Ports;
using Superintel.Risk.Microstructure.Memory;
using Superintel.Risk.Microstructure.Ports;
using Superintel.Risk.Portfolio.Memory;
using Superintel.Risk.Portfolio.Ports;
using Superintel.Risk.Restricted.Memory;
using Superintel.Risk.Restricted.Ports;
using Superintel.Risk.Service.Adapters.Breakers.Postgres;
using Superintel.Risk.Service.Adapters.KillSwitch.Postgres;
using Superintel.Risk.Service.Adapters.Limits.Postgres;
using Superintel.Risk.Service.Adapters.Market.Postgres;
using Superintel.Risk.Service.Adapters.Microstructure.Postgres;
using Superintel.Risk.Service.Adapters.External.Postgres;
using Superintel.Risk.Service.Adapters.Portfolio.Postgres;
using Superintel.Risk.Service.Adapters.Restricted.Postgres;
using Superintel.Risk.Service.Adapters.Verdicts.Postgres;
using Superintel.Risk.Verdicts.Memory;
using Superintel.Risk.Verdicts.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Tests.Contract;

/// <summary>All of risk's stores, of one kind.</summary>
internal sealed record Stores(
    IInstruments Instruments,
    ICloses Closes,
    IFills Fills,
    IPositions Positions,
    ICash Cash,
    IPortfolioMarks Marks,
    IReservations Reservations,
    ILimits Limits,
    IKillSwitch KillSwitch,
    IFlattenTries FlattenTries,
    IVerdicts Verdicts,
    IBooks Books,
    IRestrictedList Restricted,
    IBreakers Breakers,
    ILimitHistory LimitHistory,
    IAccruals Accruals,
    IExternalBook External,
    IVolumes Volumes)
{
    public static Stores InMemory() => new(
        new MemoryInstruments(),
        new MemoryCloses(),
        new MemoryFills(),
        new MemoryPositions(),
        new MemoryCash(),
        new MemoryPortfolioMarks(),
        new MemoryReservations(),
        new MemoryLimits(),
        new MemoryKillSwitch(),
        new MemoryFlattenTries(),
        new MemoryVerdicts(),
        new MemoryBooks(),
        new MemoryRestrictedList(),
        new MemoryBreakers(),
        new MemoryLimitHistory(),
        new MemoryAccruals(),
        new MemoryExternalBook(),
        new MemoryVolumes());

    public static Stores On(DbSession session) => new(
        new PostgresInstruments(session),
        new PostgresCloses(session),
        new PostgresFills(session),
        new PostgresPositions(session),
        new PostgresCash(session),
        new PostgresPortfolioMarks(session),
        new PostgresReservations(session),
        new PostgresLimits(session),
        new PostgresKillSwitch(session),
        new PostgresFlattenTries(session),
        new PostgresVerdicts(session),
        new PostgresBooks(session),
        new PostgresRestrictedList(session),
        new PostgresBreakers(session),
        new PostgresLimitHistory(session),
        new PostgresAccruals(session),
        new PostgresExternalBook(session),
        new PostgresVolumes(session));
}
