using PrivateDomainBI.Engine.Native;
using PrivateDomainBI.Engine.Sessions;

namespace PrivateDomainBI.Engine.Http;

// INSERT INTO t [(columns)] FORMAT f with rows in the body: they go to the engine as they come.
internal sealed class RowsInsert(EngineConnection connection, QueryRequest request, QueryKiller killer)
{
    public async Task<QueryCounts> RunAsync(CancellationToken ct)
    {
        var insert = await Task.Run(() => connection.OpenInsert(new Query(request.Statement.Sql, request.InputFormat, request.Options.Parameters)), CancellationToken.None);
        try
        {
            await AppendAsync(insert, request.FirstRows, ct);
            var buffer = new byte[256 << 10];
            while (await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct) is > 0 and var read)
            {
                await AppendAsync(insert, buffer.AsMemory(0, read), ct);
            }

            using var result = await killer.GuardAsync(Task.Run(insert.Finish, CancellationToken.None), ct);
            return result.Counts;
        }
        finally
        {
            await Task.Run(() => End(insert), CancellationToken.None);
        }
    }

    // TRICKY: an insert that was given up lives on in libchdb, with its lock on the table, until its connection is
    // asked for something else; a DROP of that table on another connection would wait for ever.
    private void End(InsertStream insert)
    {
        insert.Dispose();
        connection.Run("SELECT 1").Dispose();
    }

    private Task<bool> AppendAsync(InsertStream insert, ReadOnlyMemory<byte> rows, CancellationToken ct) => killer.GuardAsync(Task.Run(
        () =>
        {
            insert.Append(rows.Span);
            return true;
        },
        CancellationToken.None), ct);
}
