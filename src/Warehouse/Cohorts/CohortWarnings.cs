using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Cohorts;

namespace PrivateDomainBI.Warehouse.Cohorts;

/// <summary>What an answer must say of itself: stable codes for warnings, and the name of each estimator with its words.</summary>
internal static class CohortWarnings
{
    private static readonly Estimator Mature = new("mature_share", new Text(
        "已满该账龄（和结算期）的客户中计入者的占比；成熟与否按客户逐个判断，未成熟的不进分子也不进分母。区间为 Wilson 95%。",
        "Share counted of the customers who have passed this age and the days to settle; maturity is decided customer by customer, and who is immature is in neither numerator nor denominator. The interval is Wilson's, 95 %."));

    private static readonly Estimator Pooled = new("pooled", new Text(
        "同一账龄下各批次成熟分子之和 ÷ 成熟分母之和，每位客户权重相同；不是各批次比率的平均。各账龄的成熟客户不同。",
        "Sum of the mature numerators of all cohorts over the sum of their mature denominators, age by age: every customer weighs the same. No mean of the cohorts' rates. Each age rests on its own mature customers."));

    public static string NeedsActivityBeyond(CohortMeasure measure) => $"needs_activity_beyond_{measure.ReachDays}_days";

    public static Estimators Estimators(CohortMeasure measure, bool early) =>
        new(Mature, Pooled, early ? new Estimator("kaplan_meier", measure.Early!.Doc) : null);

    public static IReadOnlyList<string> Of(CohortMeasure measure, CohortRequest request)
    {
        var warnings = new List<string>();
        if (request.Ages.Any(age => !CohortCompiler.CanTell(measure, request, age)))
            warnings.Add(NeedsActivityBeyond(measure));
        if (request.Criterion == AgeCriterion.OnOrAfter)
            warnings.Add(measure.ReachDays is { } reach ? $"on_or_after_within_{reach}_days" : "on_or_after_can_still_rise");
        return warnings;
    }
}
