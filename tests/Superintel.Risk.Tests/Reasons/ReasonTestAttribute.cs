namespace Superintel.Risk.Tests.Reasons;

/// <summary>Marks the test that provokes a reason code; a test of tests finds codes that nobody provokes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReasonTestAttribute(string code) : Attribute
{
    public string Code => code;
}
