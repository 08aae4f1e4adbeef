namespace PrivateDomainBI.Engine.Native;

// A SELECT whose result is fetched chunk by chunk, so that no more than a chunk is ever in memory.
internal sealed class ResultStream : IDisposable
{
    private readonly EngineConnection _connection;
    private nint _handle;
    private bool _ended;

    public ResultStream(EngineConnection connection, nint handle)
    {
        _connection = connection;
        _handle = handle;
        try
        {
            ThrowIfFailed();
        }
        catch (EngineException)
        {
            _ended = true;
            Dispose();
            throw;
        }
    }

    // The next chunk; one of length 0 is the end.
    public EngineResult Next()
    {
        try
        {
            var chunk = new EngineResult(LibChdb.FetchResult(_connection.Handle, _handle)).ThrowIfFailed();
            _ended = chunk.Length == 0;
            return chunk;
        }
        catch (EngineException)
        {
            _ended = true;
            throw;
        }
    }

    public void Dispose()
    {
        if (_handle == 0)
        {
            return;
        }

        if (!_ended)
        {
            LibChdb.CancelQuery(_connection.Handle, _handle);
        }

        LibChdb.DestroyResult(_handle);
        _handle = 0;
    }

    private unsafe void ThrowIfFailed()
    {
        if (LibChdb.ResultError(_handle) is var error && error is not null)
        {
            throw new EngineException(System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)error)!);
        }
    }
}
