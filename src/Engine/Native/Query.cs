namespace PrivateDomainBI.Engine.Native;

// One statement for the engine: its text as UTF-8, the format of its result (or of the rows of an
// insert), and the values of its {name:Type} parameters, escaped as in TSV.
internal sealed record Query(ReadOnlyMemory<byte> Sql, string Format, IReadOnlyList<KeyValuePair<string, string>> Parameters);
