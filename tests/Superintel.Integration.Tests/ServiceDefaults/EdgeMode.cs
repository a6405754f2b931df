namespace Superintel.Integration.Tests.ServiceDefaults;

internal enum EdgeMode
{
    Active,
    ReduceOnly,
}
