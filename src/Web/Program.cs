return await PrivateDomainBI.Web.CommandLine.Root.RunAsync(args);
