using System.Runtime.InteropServices;
using System.Text;

namespace PrivateDomainBI.Engine.Native;

// Query parameters as the parallel arrays of pointers and lengths that libchdb takes, alive for one call.
internal sealed unsafe class NativeStrings : IDisposable
{
    private readonly int _count;
    private readonly byte** _pointers;
    private readonly nuint* _lengths;

    public NativeStrings(IReadOnlyList<string> texts)
    {
        _count = texts.Count;
        _pointers = (byte**)NativeMemory.AllocZeroed((nuint)Math.Max(_count, 1), (nuint)sizeof(byte*));
        _lengths = (nuint*)NativeMemory.AllocZeroed((nuint)Math.Max(_count, 1), (nuint)sizeof(nuint));
        for (var i = 0; i < _count; i++)
        {
            var length = Encoding.UTF8.GetByteCount(texts[i]);
            _pointers[i] = (byte*)NativeMemory.Alloc((nuint)length + 1);
            _lengths[i] = (nuint)Encoding.UTF8.GetBytes(texts[i], new Span<byte>(_pointers[i], length));
            _pointers[i][length] = 0;
        }
    }

    public byte** Pointers => _pointers;

    public nuint* Lengths => _lengths;

    public void Dispose()
    {
        for (var i = 0; i < _count; i++)
        {
            NativeMemory.Free(_pointers[i]);
        }

        NativeMemory.Free(_pointers);
        NativeMemory.Free(_lengths);
    }
}
