using PrivateDomainBI.Core;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>What stands in the place of a metric whose file cannot be used.</summary>
internal static class BrokenMetrics
{
    public static readonly Text Title = new("指标文件有问题", "The metric's file has problems");

    /// <summary>Every problem with its file and line; without one there is no such metric.</summary>
    public static string Message(IReadOnlyList<Problem> problems, Reader reader) => problems.Count == 0
        ? reader[Words.State.UnknownMetric]
        : $"{reader[Title]}: {string.Join("; ", problems.Select(problem => $"sql/{problem}"))}";
}
