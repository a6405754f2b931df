using System.Data.Common;

namespace Superintel.ServiceDefaults.Storage;

/// <summary>Tells a store that is away from work that cannot succeed.</summary>
internal static class StoreFailure
{
    public static bool IsTransient(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException { IsTransient: true }) return true;
        }

        return false;
    }
}
