namespace PrivateDomainBI.Web.Reports.Printing;

/// <summary>A browser that can print, what it needs around it, and where it came from, for the log.</summary>
internal sealed record ChromiumBinary(string Path, IReadOnlyDictionary<string, string> Environment, string Source);
