namespace PrivateDomainBI.Warehouse.Migrations;

/// <summary>The warehouse cannot be brought to the state that this version needs; the message names the file, the line and the remedy.</summary>
public sealed class MigrationException(string message, Exception? inner) : Exception(message, inner);
