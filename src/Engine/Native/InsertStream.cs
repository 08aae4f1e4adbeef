using System.Runtime.InteropServices;

namespace PrivateDomainBI.Engine.Native;

// A plain INSERT whose rows are handed over in pieces of any size. Disposing it before Finish inserts
// nothing more; append blocks while the engine is behind, so a fast sender is slowed, not buffered.
internal sealed unsafe class InsertStream : IDisposable
{
    private nint _handle;

    public InsertStream(nint handle)
    {
        _handle = handle;
        if (Error() is { } error)
        {
            Dispose();
            throw error;
        }
    }

    public void Append(ReadOnlySpan<byte> data)
    {
        fixed (byte* bytes = data)
        {
            // TRICKY: the reason of a failed append is only told by Finish, with row and column.
            if (data.Length > 0 && LibChdb.Append(_handle, bytes, (nuint)data.Length) != 0)
            {
                Finish().Dispose();
                throw Error() ?? new EngineException("The engine refused rows and gave no reason.");
            }
        }
    }

    public EngineResult Finish() => new EngineResult(LibChdb.FinishInsert(_handle)).ThrowIfFailed();

    public void Dispose()
    {
        if (_handle != 0)
        {
            LibChdb.DestroyInsert(_handle);
            _handle = 0;
        }
    }

    private EngineException? Error() =>
        LibChdb.InsertError(_handle) is var error && error is null ? null : new EngineException(Marshal.PtrToStringUTF8((nint)error)!);
}
