namespace PrivateDomainBI.Ingest.Files;

/// <summary>
/// What was asked to be loaded cannot be: wrong file, wrong columns, wrong mapping, wrong words. The message says
/// everything that is wrong, one problem a line, in words for the person who asked; nothing was loaded.
/// </summary>
public sealed class LoadRefusedException(string message) : Exception(message);
