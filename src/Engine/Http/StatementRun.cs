using PrivateDomainBI.Engine.Native;
using PrivateDomainBI.Engine.Sessions;
using PrivateDomainBI.Engine.Statements;

namespace PrivateDomainBI.Engine.Http;

// Runs one statement on one session, in the way its kind asks for. Every call into the engine blocks, so
// it runs on a thread of the pool and is killed when the client goes away.
internal sealed class StatementRun(SessionPool pool, Session session, QueryRequest request, Answer answer)
{
    private const int StreamingUnsupported = 36;
    private readonly string _killId = Guid.NewGuid().ToString("N");

    public async Task RunAsync(CancellationToken ct)
    {
        var statement = request.Statement;
        await Task.Run(() => session.Prepare(request.Options.Database, request.Options.Settings, _killId), CancellationToken.None);
        Check(statement);
        var killer = new QueryKiller(pool, _killId);
        if (statement.ChangesSession)
        {
            session.MarkDirty();
        }

        answer.Counts = statement.Kind switch
        {
            StatementKind.Select when FileFormats.Contain(request.Format) => await WholeAsync(killer, ct),
            StatementKind.Select => await SelectAsync(killer, ct),
            StatementKind.InsertRows => await new RowsInsert(session.Connection, request, killer).RunAsync(ct),
            StatementKind.InsertFromInput => await new InputInsert(session.Connection, request, killer, pool.Spool).RunAsync(ct),
            StatementKind.Other => await WholeAsync(killer, ct),
        };
    }

    private void Check(Statement statement)
    {
        var insertsRows = statement.Kind is StatementKind.InsertRows or StatementKind.InsertFromInput;
        if (!request.Options.ReadOnly && (insertsRows || statement.Kind == StatementKind.Select))
        {
            return;
        }

        var found = session.Connection.Classify(statement.Sql.Span);
        if (found.Statements > 1)
        {
            throw new EngineException(62, "SYNTAX_ERROR", "Syntax error (Multi-statements are not allowed)");
        }

        if (request.Options.ReadOnly && (insertsRows || found is { ReadOnly: false, Statements: 1 }))
        {
            throw new EngineException(164, "READONLY", "default: Cannot execute query in readonly mode. For queries over HTTP, method GET implies readonly. You should use method POST for modifying queries.");
        }
    }

    private async Task<QueryCounts> SelectAsync(QueryKiller killer, CancellationToken ct)
    {
        if (!ResultHeads.CanStream(request.Format))
        {
            return await WholeAsync(killer, ct);
        }

        ResultStream results;
        var heads = new ResultHeads(request.Format);
        try
        {
            results = await CallAsync(killer, () => session.Connection.OpenStream(Query()), ct);
        }
        catch (EngineException error) when (error.Code == StreamingUnsupported && error.Message.Contains("Streaming query is not supported", StringComparison.Ordinal))
        {
            return await WholeAsync(killer, ct);
        }

        try
        {
            while (true)
            {
                using var chunk = await CallAsync(killer, results.Next, ct);
                if (chunk.Length == 0)
                {
                    return answer.Counts;
                }

                answer.Counts += chunk.Counts;
                await answer.WriteAsync(chunk.OpenRead(heads.Repeated(chunk.Bytes)), ct);
            }
        }
        finally
        {
            await Task.Run(results.Dispose, CancellationToken.None);
        }
    }

    private async Task<QueryCounts> WholeAsync(QueryKiller killer, CancellationToken ct)
    {
        using var result = await CallAsync(killer, () => session.Connection.Run(Query()), ct);
        answer.Counts = result.Counts;
        if (result.Length > 0)
        {
            await answer.WriteAsync(result.OpenRead(), ct);
        }

        return answer.Counts;
    }

    private Query Query() => new(request.Statement.Sql, request.Options.DefaultFormat, request.Options.Parameters);

    private static Task<T> CallAsync<T>(QueryKiller killer, Func<T> call, CancellationToken ct) =>
        killer.GuardAsync(Task.Run(call, CancellationToken.None), ct);
}
