using NUnit.Framework.Interfaces;

namespace Superintel.TestKit;

/// <summary>Removes what the tests of an assembly kept in <see cref="Scratch"/>. Every test assembly has it, by Directory.Build.targets.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class LeavesNoFilesAttribute : Attribute, ITestAction
{
    public ActionTargets Targets => ActionTargets.Suite;

    public void BeforeTest(ITest test)
    {
        // Nothing to prepare: a folder is made when a test first asks for one.
    }

    public void AfterTest(ITest test) => Scratch.Remove();
}
