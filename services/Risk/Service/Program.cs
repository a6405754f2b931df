using Superintel.Risk.Service;

await RiskService.Build(args).RunAsync();
