using Superintel.Benchmarks;
using Superintel.Benchmarks.Venues.Orders.Apart;

// The venue in a process of its own that the order path is timed against: no person's word.
if (args is [VenueProcess.Word, var venue, var clock, ..])
    return await VenueProcess.Run(venue, clock, args.Contains(VenueProcess.Sleeping));
return await BenchCommand.Run(args);
