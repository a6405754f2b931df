using System.Diagnostics;
using System.Reflection;
using NUnit.Framework;

namespace Superintel.TestKit;

/// <summary>For tests of speed, of which an unoptimised build has none.</summary>
public static class Optimised
{
    /// <summary>Goes on only when the assembly was built with -c Release, as every test run of the repository is.</summary>
    public static void Assume(Assembly assembly) => NUnit.Framework.Assume.That(
        assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true },
        $"{assembly.GetName().Name} was built without optimisation");
}
