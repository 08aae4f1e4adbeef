namespace PrivateDomainBI.Web.Reports.Printing;

/// <summary>Why a report was not printed, in words for the person who asked for it.</summary>
internal sealed class PrintFailedException(string message, Exception? inner = null) : Exception(message, inner);
