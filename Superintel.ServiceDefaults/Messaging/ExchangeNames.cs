using MassTransit;

namespace Superintel.ServiceDefaults.Messaging;

internal sealed class ExchangeNames(string prefix) : IEntityNameFormatter
{
    public string FormatEntityName<T>() => prefix + EventTypes.Exchange(typeof(T));
}
