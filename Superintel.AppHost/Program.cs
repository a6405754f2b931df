using Superintel.AppHost.Local.Verbs;

return await CommandLine.Run(args);
