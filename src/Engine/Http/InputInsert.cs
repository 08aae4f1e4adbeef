using System.Globalization;
using System.IO.Pipes;
using System.Text;
using Microsoft.Win32.SafeHandles;
using PrivateDomainBI.Engine.Native;
using PrivateDomainBI.Engine.Sessions;

namespace PrivateDomainBI.Engine.Http;

// INSERT INTO t SELECT … FROM input('structure') FORMAT f with rows in the body. libchdb has no streaming
// call for it, so input(…) becomes file(N, f, …), where N is the reading end of a pipe that the body is
// written to. Tests hold that with CSV, LineAsString and others rowNumberInAllBlocks() counts rows in the
// body's order with max_threads=1, with and without input_format_parallel_parsing; with more threads blocks
// may be numbered in another order. A bad row fails the statement; blocks of a million rows before it may be
// stored already, as in ClickHouse itself.
internal sealed class InputInsert(EngineConnection connection, QueryRequest request, QueryKiller killer, string spool)
{
    private volatile bool _engineEnded;

    public Task<QueryCounts> RunAsync(CancellationToken ct) =>
        FileFormats.Contain(request.InputFormat) ? RunFromFileAsync(ct) : RunFromPipeAsync(ct);

    private async Task<QueryCounts> RunFromFileAsync(CancellationToken ct)
    {
        await using var file = new FileStream(
            Path.Combine(spool, $"{Guid.NewGuid():N}.rows"), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await file.WriteAsync(request.FirstRows, ct);
        await request.Body.CopyToAsync(file, 256 << 10, ct);
        await file.FlushAsync(ct);
        using var result = await killer.GuardAsync(Task.Run(() => connection.Run(Query($"'{Escape(file.Name)}'")), CancellationToken.None), ct);
        return result.Counts;
    }

    private async Task<QueryCounts> RunFromPipeAsync(CancellationToken ct)
    {
        await using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        // TRICKY: asking for the reading end makes it ours to close; until then closing the pipe closes it too.
        var rows = pipe.ClientSafePipeHandle;
        var run = Task.Run(() => RunEngine(rows), CancellationToken.None);
        try
        {
            await pipe.WriteAsync(request.FirstRows, ct);
            await request.Body.CopyToAsync(pipe, 256 << 10, ct);
        }
        catch (IOException) when (_engineEnded)
        {
            // Its own error, thrown below, says why it stopped reading.
        }
        catch (Exception)
        {
            // TRICKY: to the engine a closed pipe is the end of the rows, and it would keep those that
            // came; so the statement is told to stop before the pipe closes.
            await killer.StopAsync(run);
            await pipe.DisposeAsync();
            await killer.KillUntilDoneAsync(run);
            throw;
        }

        await pipe.DisposeAsync();
        using var result = await killer.GuardAsync(run, ct);
        return result.Counts;
    }

    private EngineResult RunEngine(SafePipeHandle rows)
    {
        try
        {
            return connection.Run(Query(rows.DangerousGetHandle().ToString(CultureInfo.InvariantCulture)));
        }
        finally
        {
            // Nobody reads any more: a writer that waits for room must be let go.
            _engineEnded = true;
            rows.Dispose();
        }
    }

    private Query Query(string source)
    {
        var statement = request.Statement;
        var sql = statement.Sql.Span;
        var structure = Encoding.UTF8.GetString(sql[statement.InputArguments]);
        var call = $"file({source}, '{Escape(request.InputFormat)}'{(string.IsNullOrWhiteSpace(structure) ? "" : ", " + structure)})";
        byte[] rewritten = [.. sql[..statement.InputCall.Start.Value], .. Encoding.UTF8.GetBytes(call), .. sql[statement.InputCall.End.Value..]];
        return new Query(rewritten, QueryOptions.ImpliedFormat, request.Options.Parameters);
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
}
