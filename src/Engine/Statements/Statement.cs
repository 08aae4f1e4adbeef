namespace PrivateDomainBI.Engine.Statements;

internal enum StatementKind
{
    Select,
    InsertRows,
    InsertFromInput,
    Other,
}

// What the host must know of a statement to run it. Sql is the statement without the FORMAT clause and
// rows of an INSERT; RowsStart is where those begin in the text it was read from.
internal sealed record Statement(StatementKind Kind, ReadOnlyMemory<byte> Sql, string? Format, int RowsStart)
{
    public bool MayWrite => Kind != StatementKind.Select;

    // INSERT … SELECT … FROM input(structure): the whole call, and what stands between its brackets.
    public Range InputCall { get; init; }

    public Range InputArguments { get; init; }

    // SET, USE and temporary tables outlive their request unless the session is cleaned afterwards.
    public bool ChangesSession { get; init; }
}
