using Superintel.Execution.Service;

await ExecutionService.Build(args).RunAsync();

/// <summary>Named for the tests that start it.</summary>
public partial class Program;
