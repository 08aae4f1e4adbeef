using PrivateDomainBI.Core;

namespace PrivateDomainBI.Web.Benchmarks;

/// <summary>What benchmarks are called.</summary>
internal static class BenchmarkWords
{
    /// <summary>0 industry, 1 value.</summary>
    public static readonly Text Usual = new("行业参考（{0}）{1}", "usual in {0}: {1}");

    /// <summary>0 what the grey band across a chart is.</summary>
    public static readonly Text DrawnAsBand = new("灰色带：{0}", "grey band: {0}");

    /// <summary>0 what the dashed line across a chart is.</summary>
    public static readonly Text Drawn = new("横向虚线：{0}", "dashed line across: {0}");
}
