using System.IO.Pipelines;
using PrivateDomainBI.Ingest.Files;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Ingest.Loads;

/// <summary>Brings the rows of opened files into the landing.</summary>
internal sealed class Receiver(LoadWarehouse warehouse)
{
    private static readonly Dictionary<string, object?> None = new(StringComparer.Ordinal);

    // How far cutting may run ahead of the warehouse; more would only fill memory.
    private static readonly PipeOptions Ahead = new(pauseWriterThreshold: 4 << 20, resumeWriterThreshold: 2 << 20, minimumSegmentSize: 1 << 18, useSynchronizationContext: false);

    /// <summary>Gives the number of rows that were in the file.</summary>
    public async Task<ulong> ReceiveAsync(ulong batch, int number, SourceFile file, CancellationToken ct)
    {
        if (file.Rows is { Shape: not RowShape.Json, Columns.Count: 0 })
            return 0;
        var table = $"receive_{batch}_{number}";
        await warehouse.RunAsync(file.Table.CreateTable(table), None, ct);
        if (file.Rows.Shape == RowShape.Parquet)
            return await KeepAndCopyAsync(batch, table, file, ct);
        await MapAsync(file, file.Table.CreateView(table, batch, file.Path), ct);
        await SendAsync($"INSERT INTO {table} FORMAT RowBinary", file.Rows, ct);
        return file.Rows.Sent ?? throw new InvalidOperationException($"{file.Path}: the rows were not counted.");
    }

    private async Task<ulong> KeepAndCopyAsync(ulong batch, string table, SourceFile file, CancellationToken ct)
    {
        await SendAsync($"INSERT INTO {table} FORMAT Parquet", file.Rows, ct);
        await MapAsync(file, file.Table.Copy(table, batch, file.Path), ct);
        return (await warehouse.ReadAsync($"SELECT count() FROM {table}", None, row => row.GetFieldValue<ulong>(0), ct)).Single();
    }

    // The grammar of expressions is checked before; whether a function takes what it is given is for the engine to say.
    private async Task MapAsync(SourceFile file, string sql, CancellationToken ct)
    {
        try
        {
            await warehouse.RunAsync(sql, None, ct);
        }
        catch (ClickHouseException e) when (!e.IsTransient && file.Table.MappingFile is { } mapping)
        {
            throw new LoadRefusedException($"{mapping}:1: an expression cannot be computed: {e.Message}");
        }
    }

    private async Task SendAsync(string insert, IRowFile rows, CancellationToken ct)
    {
        var pipe = new Pipe(Ahead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var cutting = CutAsync(rows, pipe.Writer, stop.Token);
        try
        {
            await warehouse.InsertAsync(insert, pipe.Reader.AsStream(), ct);
        }
        catch (IOException e) when (!ct.IsCancellationRequested)
        {
            // Either the file could not be read on, and then that is told, or the engine stopped listening.
            if (cutting.IsFaulted)
                await cutting;
            throw new ClickHouseException(ClickHouseException.NetworkError, e.Message, "", e);
        }
        finally
        {
            await stop.CancelAsync();
            await pipe.Reader.CompleteAsync();
            await cutting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await cutting;
    }

    private static async Task CutAsync(IRowFile rows, PipeWriter writer, CancellationToken ct)
    {
        Exception? error = null;
        try
        {
            await using var target = writer.AsStream(leaveOpen: true);
            await rows.SendAsync(target, ct);
        }
        catch (Exception e)
        {
            error = e;
            throw;
        }
        finally
        {
            // The reader's end hears of the error, so that the insert is broken off and not taken for whole.
            await writer.CompleteAsync(error);
        }
    }
}
