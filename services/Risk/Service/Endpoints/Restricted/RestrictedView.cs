using Superintel.Risk.Restricted;

namespace Superintel.Risk.Service.Endpoints.Restricted;

public sealed record RestrictedView(string InstrumentId, string Reason, string By, DateTimeOffset At)
{
    public static RestrictedView Of(RestrictedInstrument entry) => new(entry.Instrument.ToString(), entry.Reason, entry.By, entry.At);
}
