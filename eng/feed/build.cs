#:property PublishAot=false
#:project src/Superintel.Feed.csproj
// dotnet run eng/feed/build.cs [-- --force]: see README.md beside this file.
return await Superintel.Feed.FeedCommand.RunAsync(args, CancellationToken.None);
