namespace PrivateDomainBI.Web.Tests.Proofs;

/// <summary>Files of the repository, and of the folder of shared data beside it.</summary>
internal static class RepositoryPaths
{
    private static readonly string Root = Path.GetDirectoryName(Services.Sql.Folder)!;

    public static string In(string path) => Path.Combine(Root, path);

    public static string Shared(string path) => Path.Combine(Path.GetDirectoryName(Root)!, "shared", path);
}
