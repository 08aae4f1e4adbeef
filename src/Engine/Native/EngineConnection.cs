using System.Text;

namespace PrivateDomainBI.Engine.Native;

// One connection of the engine. It runs one statement at a time and every call blocks its thread.
// TRICKY: a process that ends without disposing each connection aborts, also after success.
internal sealed unsafe class EngineConnection : IDisposable
{
    private nint* _outer;

    private EngineConnection(nint* outer) => _outer = outer;

    internal nint Handle => *_outer;

    public static EngineConnection Open(IReadOnlyList<string> arguments)
    {
        using var guard = new SignalGuard();
        using var argv = new NativeStrings(["clickhouse", .. arguments]);
        var outer = LibChdb.Connect(arguments.Count + 1, argv.Pointers);
        return outer is null || *outer == 0
            ? throw new InvalidOperationException("The engine did not open its data directory; another process may be using it, or it is damaged or not writable.")
            : new EngineConnection(outer);
    }

    public EngineResult Run(Query query) => new EngineResult(Call(query, LibChdb.Query)).ThrowIfFailed();

    public EngineResult Run(string sql) => Run(new Query(Encoding.UTF8.GetBytes(sql), "TabSeparated", []));

    public ResultStream OpenStream(Query query)
    {
        var handle = Call(query, LibChdb.StreamQuery);
        return new ResultStream(this, handle);
    }

    public InsertStream OpenInsert(Query query) => new(Call(query, LibChdb.StreamInsert));

    public StatementClass Classify(ReadOnlySpan<byte> sql)
    {
        var analysis = new LibChdb.QueryAnalysis { StructSize = (uint)sizeof(LibChdb.QueryAnalysis) };
        fixed (byte* text = sql)
        {
            _ = LibChdb.Classify(Handle, text, (nuint)sql.Length, null, 0, &analysis);
        }

        return new StatementClass(analysis.StatementCount, ReadOnly: analysis is { QueryClass: 0, StatementCount: > 0 });
    }

    public void Dispose()
    {
        if (_outer is not null)
        {
            LibChdb.CloseConnection(_outer);
            _outer = null;
        }
    }

    private delegate nint NativeCall(nint connection, byte* sql, nuint sqlLength, byte* format, nuint formatLength, byte** names, nuint* nameLengths, byte** values, nuint* valueLengths, nuint count);

    private nint Call(Query query, NativeCall call)
    {
        using var names = new NativeStrings([.. query.Parameters.Select(p => p.Key)]);
        using var values = new NativeStrings([.. query.Parameters.Select(p => p.Value)]);
        var formatBytes = Encoding.UTF8.GetBytes(query.Format);
        fixed (byte* sql = query.Sql.Span)
        fixed (byte* format = formatBytes)
        {
            return call(Handle, sql, (nuint)query.Sql.Length, format, (nuint)formatBytes.Length,
                names.Pointers, names.Lengths, values.Pointers, values.Lengths, (nuint)query.Parameters.Count);
        }
    }
}

internal readonly record struct StatementClass(uint Statements, bool ReadOnly);
