using Superintel.AppHost.Local.Verbs;

#if ASPIRE
if (Superintel.AppHost.Aspire.AspireApplication.IsMeant(args))
{
    await Superintel.AppHost.Aspire.AspireApplication.RunAsync(args);
    return 0;
}

#endif
return await CommandLine.Run(args);
