using System.Runtime.InteropServices;

namespace PrivateDomainBI.Engine.Native;

// Keeps .NET's signal handlers in place while the engine connects. The engine takes SIGSEGV and others
// for itself, after which an ordinary NullReferenceException hangs the process; its own switch for that
// (chdb_set_signal_handlers_enabled) puts the defaults back, which would kill the process instead.
internal sealed unsafe partial class SignalGuard : IDisposable
{
    // TRICKY: struct sigaction differs by platform (152 bytes on Linux, 16 on macOS); it is only carried
    // around here, never read, so a buffer larger than any of them will do.
    private const int ActionSize = 256;

    // SIGABRT SIGSEGV SIGILL SIGBUS SIGSYS SIGFPE SIGTSTP SIGTRAP
    private static readonly int[] Signals = OperatingSystem.IsMacOS()
        ? [6, 11, 4, 10, 12, 8, 18, 5]
        : [6, 11, 4, 7, 31, 8, 20, 5];

    private readonly byte* _actions = (byte*)NativeMemory.AllocZeroed((nuint)(Signals.Length * ActionSize));

    public SignalGuard()
    {
        for (var i = 0; i < Signals.Length; i++)
        {
            _ = ChangeAction(Signals[i], null, _actions + (i * ActionSize));
        }
    }

    public void Dispose()
    {
        for (var i = 0; i < Signals.Length; i++)
        {
            _ = ChangeAction(Signals[i], _actions + (i * ActionSize), null);
        }

        NativeMemory.Free(_actions);
    }

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static partial int ChangeAction(int signal, byte* action, byte* previous);
}
