PrivateDomainBI.Web.CommandLine.StandardStreams.Keep();
return await PrivateDomainBI.Web.CommandLine.Root.RunAsync(args);
