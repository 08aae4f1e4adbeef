using PrivateDomainBI.Engine.Native;

namespace PrivateDomainBI.Engine.Tests.Native;

public sealed class SignalGuardTests
{
    // Without the guard this does not fail: it hangs, and the run with it.
    [Fact]
    public void Open_ThenDereferenceNull_StillThrows()
    {
        var data = Directory.CreateTempSubdirectory("pdbi-signal-");
        using (var connection = EngineConnection.Open([$"--path={data.FullName}"]))
        {
            connection.Run("SELECT 1").Dispose();
            string? nothing = null;
            Should.Throw<NullReferenceException>(() => nothing!.Length);
        }

        data.Delete(recursive: true);
    }
}
