using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>The rows behind a number as a table: whose they are, and why each counted; <paramref name="HasOrders"/>: each is an order.</summary>
internal sealed record DrillTable(string Title, IReadOnlyList<DrillRow> Rows, bool HasOrders, bool IsMoney);
