using System.Runtime.InteropServices;

namespace PrivateDomainBI.Engine.Native;

// One result (or one chunk of a streamed result) in the engine's own memory; it must be disposed, also
// when it is an error or empty.
internal sealed unsafe class EngineResult(nint handle) : IDisposable
{
    private nint _handle = handle;

    public long Length => (long)LibChdb.ResultLength(_handle);

    public QueryCounts Counts => new(
        LibChdb.StorageRowsRead(_handle), LibChdb.StorageBytesRead(_handle),
        LibChdb.RowsWritten(_handle), LibChdb.BytesWritten(_handle),
        LibChdb.ResultRows(_handle), LibChdb.ResultLength(_handle));

    public EngineResult ThrowIfFailed()
    {
        if (LibChdb.ResultError(_handle) is var error && error is null)
        {
            return this;
        }

        var text = Marshal.PtrToStringUTF8((nint)error)!;
        Dispose();
        throw new EngineException(text);
    }

    // A view of the engine's memory, valid until this result is disposed. TRICKY: the buffer of a result
    // without rows is null.
    public Stream OpenRead(int from = 0) =>
        LibChdb.ResultBuffer(_handle) is var buffer && buffer is null ? Stream.Null : new UnmanagedMemoryStream(buffer + from, Length - from);

    public ReadOnlySpan<byte> Bytes => new(LibChdb.ResultBuffer(_handle), checked((int)Length));

    public void Dispose()
    {
        if (_handle != 0)
        {
            LibChdb.DestroyResult(_handle);
            _handle = 0;
        }
    }
}

internal readonly record struct QueryCounts(ulong ReadRows, ulong ReadBytes, ulong WrittenRows, ulong WrittenBytes, ulong ResultRows, ulong ResultBytes)
{
    public static QueryCounts operator +(QueryCounts a, QueryCounts b) => new(
        a.ReadRows + b.ReadRows, a.ReadBytes + b.ReadBytes, a.WrittenRows + b.WrittenRows,
        a.WrittenBytes + b.WrittenBytes, a.ResultRows + b.ResultRows, a.ResultBytes + b.ResultBytes);
}
