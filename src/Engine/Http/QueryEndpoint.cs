using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PrivateDomainBI.Engine.Native;
using PrivateDomainBI.Engine.Sessions;

namespace PrivateDomainBI.Engine.Http;

// GET and POST /: reads the statement, runs it on a leased session, answers.
internal sealed class QueryEndpoint(SessionPool pool, ChangeMark changes, Access access, ServerIdentity server, ILogger<QueryEndpoint> log)
{
    public async Task HandleAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        QueryRequest? request;
        try
        {
            access.Check(context.Request);
            request = await QueryRequestReader.ReadAsync(context.Request, ct);
        }
        catch (EngineException error)
        {
            await ErrorAnswer.WriteAsync(context, error, server, context.Request.Query["query_id"].ToString(), ct);
            return;
        }
        catch (Exception error) when (IsBrokenBody(error))
        {
            await ErrorAnswer.WriteAsync(context, new EngineException(33, "CANNOT_READ_ALL_DATA", "The request's body is broken or incomplete"), server, "", ct);
            return;
        }

        if (request is null)
        {
            await context.Response.WriteAsync("Ok.\n", ct);
            return;
        }

        await RunAsync(context, request, ct);
    }

    private async Task RunAsync(HttpContext context, QueryRequest request, CancellationToken ct)
    {
        await using var answer = new Answer(context, request, server);
        try
        {
            var session = await pool.LeaseAsync(ct);
            try
            {
                if (request.Statement.MayWrite)
                {
                    changes.Begin();
                }

                await new StatementRun(pool, session, request, answer).RunAsync(ct);
            }
            finally
            {
                if (request.Statement.MayWrite)
                {
                    changes.End();
                }

                pool.Return(session);
            }

            await answer.CompleteAsync(ct);
        }
        catch (EngineException error)
        {
            // No text: an error of the engine may quote rows, and so people's data.
            log.LogInformation("Query {QueryId} failed with code {Code}", request.Options.QueryId, error.Code);
            await answer.FailAsync(error, ct);
        }
        catch (Exception error) when (IsBrokenBody(error) && !ct.IsCancellationRequested)
        {
            await answer.FailAsync(new EngineException(33, "CANNOT_READ_ALL_DATA", "The request's body is broken or incomplete; nothing more of it was inserted"), ct);
        }
    }

    // What reading a body throws when gzip is damaged or the client is too slow or gone.
    private static bool IsBrokenBody(Exception error) => error is InvalidDataException or BadHttpRequestException or IOException;
}
