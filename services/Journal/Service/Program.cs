using Superintel.Journal.Service;

await JournalService.Build(args).RunAsync();
