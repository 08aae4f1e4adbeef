using System.Collections.Concurrent;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Web.AppDatabase;

/// <summary>The statements of <c>sql/app</c>: migrations in its root, everything else in <c>queries</c>.</summary>
internal sealed class AppSql(SqlFiles files)
{
    private const string Folder = "app";

    private readonly ConcurrentDictionary<string, string> _queries = new(StringComparer.Ordinal);

    public string Query(string name) => _queries.GetOrAdd(name, name => files.Read($"{Folder}/queries/{name}.sql").Text);

    public IReadOnlyList<(string Name, string Text)> Migrations() =>
        [.. files.ReadAll(Folder).Where(file => file.Name.Count(c => c == '/') == 1).Select(file => (file.Name[(Folder.Length + 1)..], file.Text))];
}
