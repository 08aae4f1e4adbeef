using System.Reflection;

namespace PrivateDomainBI.Engine;

/// <summary>How an engine process is started: a program and the arguments before the verb <c>engine</c>.</summary>
public sealed record EngineCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The program that is running now, whether started by its own name or by <c>dotnet</c>.</summary>
    public static EngineCommand ThisProgram()
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of the running program is unknown.");
        return Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? new EngineCommand(program, [Assembly.GetEntryAssembly()!.Location])
            : new EngineCommand(program, []);
    }
}
