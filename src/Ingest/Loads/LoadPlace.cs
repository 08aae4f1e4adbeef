namespace PrivateDomainBI.Ingest.Loads;

/// <summary>Where loads happen: the data directory that one load at a time may change, and the zone of its business days.</summary>
internal sealed record LoadPlace(string DataDirectory, string BusinessZone);
