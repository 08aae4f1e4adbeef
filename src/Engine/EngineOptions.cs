using System.ComponentModel.DataAnnotations;

namespace PrivateDomainBI.Engine;

/// <summary>How the engine runs: where its data lies, where it listens and how much one query may take.</summary>
public sealed record EngineOptions
{
    /// <summary>The section of the configuration that holds these.</summary>
    public const string Section = "Engine";

    /// <summary>The data directory. The engine keeps its tables in <c>warehouse/</c> below it.</summary>
    [Required]
    public string DataDirectory { get; init; } = "data";

    /// <summary>Address and port to listen on; null listens on the Unix socket of the data directory.</summary>
    public string? Listen { get; init; }

    /// <summary>What user <c>default</c> must present on <see cref="Listen"/>; null lets anyone in.</summary>
    public string? Password { get; init; }

    /// <summary>Statements that run at once; more wait.</summary>
    [Range(1, 64)]
    public int Connections { get; init; } = 8;

    /// <summary>Seconds a statement may take, unless its request says otherwise.</summary>
    [Range(0, int.MaxValue)]
    public int MaxExecutionSeconds { get; init; } = 600;

    /// <summary>Seconds within which a statement must end once it is told to stop. One that does not hangs inside the engine, which then ends itself to be started anew.</summary>
    [Range(1, 3600)]
    public int StuckAfterSeconds { get; init; } = 120;

    /// <summary>Memory of all statements together, and the most that one may ask for.</summary>
    [Range(256L << 20, long.MaxValue)]
    public long MaxMemoryBytes { get; init; } = 2L << 30;

    /// <summary>Size of one result, unless its request says otherwise.</summary>
    [Range(0, long.MaxValue)]
    public long MaxResultBytes { get; init; } = 1L << 30;

    /// <summary>Threads for background merges.</summary>
    [Range(1, 64)]
    public int MergeThreads { get; init; } = 2;
}
