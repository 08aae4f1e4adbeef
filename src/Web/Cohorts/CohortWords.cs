using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Cohorts;

/// <summary>The texts of the cohort pages, in both languages; {0} are places for values. Names of measures stand in their files.</summary>
internal static class CohortWords
{
    public static readonly Text Nav = new("同期群", "Cohorts");
    public static readonly Text Title = new("同期群：{0}", "Cohorts: {0}");
    public static readonly Text Measures = new("看什么", "What to look at");
    public static readonly Text Open = new("同期群表", "Cohort table");
    public static readonly Text Cohort = new("分批", "Cohorts");
    public static readonly Text Age = new("账龄", "Age in");
    public static readonly Text Ages = new("到第几个", "Ages");
    public static readonly Text Mode = new("计法", "Counted");
    public static readonly Text Rolling = new("滚动（自本人起）", "rolling");
    public static readonly Text Calendar = new("自然期", "calendar");
    public static readonly Text Criterion = new("判定", "Counts if");
    public static readonly Text On = new("在该账龄", "on");
    public static readonly Text By = new("到该账龄为止", "by");
    public static readonly Text OnOrAfter = new("该账龄或以后", "on or after");
    public static readonly Text Bracket = new("账龄区间", "in bracket");
    public static readonly Text Brackets = new("区间", "Brackets");

    public static readonly Text MapByCohort = new("{0}，{1}分批 × 账龄", "{0}, cohorts {1} × age");
    public static readonly Text MapByPlace = new("{0}，按{1} × 账龄", "{0}, by {1} × age");
    public static readonly Text MapNote = new(
        "色深：{0}（浅）到 {1}（深）。斜纹：未完全成熟，比率只算已成熟的客户。灰字：样本少于 {2}。点格子看客户。",
        "Shade: {0} (light) to {1} (dark). Hatched: not all mature, the rate is of those who are. Grey: fewer than {2}. Each cell opens to its customers.");
    public static readonly Text MapEmpty = new("这段日期里没有客户。", "Nobody joined in these days.");
    public static readonly Text Listed = new("只列最近 {0} 批，共 {1} 批；合并行包含全部。", "The latest {0} of {1} cohorts are listed; the pooled row holds all.");
    public static readonly Text ListedPlaces = new("只列最大的 {0} 个，共 {1} 个；合并行包含全部。", "The largest {0} of {1} are listed; the pooled row holds all.");
    public static readonly Text CohortHead = new("批次", "Cohort");
    public static readonly Text Pooled = new("合并", "Pooled");
    public static readonly Text Members = new("n = {0}", "n = {0}");
    public static readonly Text Growing = new("期间未结束", "still growing");
    public static readonly Text EstimateIn = new("估计 {0}", "est. {0}");

    public static readonly Text CellValue = new("{0}，账龄 {1}：{2} = {3} / {4}", "{0} at {1}: {2} = {3} / {4}");
    public static readonly Text CellWaiting = new("{0}，账龄 {1}：{2} 位都未成熟；{3} 成熟", "{0} at {1}: none of {2} is mature; matures {3}");
    public static readonly Text CellNobody = new("{0}，账龄 {1}：没有客户", "{0} at {1}: nobody");
    public static readonly Text CellBeforeData = new("{0}，账龄 {1}：在数据开始之前，不是零", "{0} at {1}: before the data begin, and not zero");
    public static readonly Text PartBeforeData = new("数据开始之前的客户不计", "without those before the data begin");
    public static readonly Text CellUnknown = new("{0}，账龄 {1}：活跃只记到加入后第 90 天，没有数据", "{0} at {1}: activity is kept for 90 days after joining; no data");
    public static readonly Text CellEstimate = new("Kaplan–Meier 估计 {0}（95% 区间 {1}–{2}，{3} 位观察到此）", "Kaplan–Meier estimate {0} (95% interval {1}–{2}, {3} followed this far)");

    public static readonly Text Curve = new("{0}，随账龄", "{0} by age");
    public static readonly Text CurveNote = new("粗线：合并。空心点、虚线：未完全成熟。", "Bold: pooled. Hollow, dashed: not all mature.");
    public static readonly Text CurveBand = new("点线与浅带：估计（Kaplan–Meier）及 95% 区间。", "Dotted line and band: estimate (Kaplan–Meier) and its 95% interval.");
    public static readonly Text CurveLatest = new("画最近 {0} 批；", "the latest {0} cohorts;");
    public static readonly Text CurveLargest = new("画最大的 {0} 个；", "the largest {0};");
    public static readonly Text PooledEstimate = new("合并（估计）", "Pooled (estimate)");
    public static readonly Text Estimate = new("估计", "Estimate");

    public static readonly Text Kind = new("账龄的含义", "What an age is");
    public static readonly Text Settle = new("结算期", "To settle");
    public static readonly Text SettleDays = new("{0} 天", "{0} d");
    public static readonly Text Estimators = new("怎样算", "How it is computed");
    public static readonly Text EstimatorCell = new("格子", "Cell");
    public static readonly Text EstimatorPooled = new("合并", "Pooled");
    public static readonly Text EstimatorEarly = new("估计", "Estimate");
    public static readonly Text NoEstimate = new("自然期、区间和“或以后”没有早期估计；改用滚动、按账龄看。", "Calendar ages, brackets and on-or-after have no early estimate; rolling ages do.");
    public static readonly Text EarlySql = new("估计所用的 SQL", "The SQL behind the estimate");
    public static readonly Text CustomersTitle = new("{0}，账龄 {1}：客户", "{0} at {1}: customers");
    public static readonly Text AllCohorts = new("全部批次", "all cohorts");

    public static Text ModeName(AgeMode mode) => mode == AgeMode.Rolling ? Rolling : Calendar;

    public static Text CriterionName(AgeCriterion criterion, CohortKind kind) => criterion switch
    {
        AgeCriterion.On => kind == CohortKind.Cumulative ? By : On,
        AgeCriterion.OnOrAfter => OnOrAfter,
        _ => Bracket,
    };

    /// <summary>What is asked at an age, given how ages are counted.</summary>
    public static Text Meaning(CohortRequest request, CohortKind kind)
    {
        var rolling = request.Mode == AgeMode.Rolling;
        if (request.Criterion == AgeCriterion.Bracket)
        {
            return rolling
                ? new("自本人批次日起的这些账龄合在一起看", "the ages of the bracket together, counted from each customer's own day")
                : new("批次期之后的这些自然期合在一起看", "the calendar periods of the bracket together");
        }

        return (kind, rolling) switch
        {
            (CohortKind.Activity, true) => new("自本人批次日起的第 k 段（周 7 天、月 30 天、季 90 天）内任意一天", "any day of the k-th stretch from each customer's own day (week 7, month 30, quarter 90 days)"),
            (CohortKind.Activity, false) => new("批次期之后第 k 个自然期内任意一天", "any day of the k-th calendar period after the cohort's"),
            (CohortKind.State, true) => new("自本人批次日起满 k 段（周 7 天、月 30 天、季 90 天）那天结束时", "at the end of the day k stretches after each customer's own day (week 7, month 30, quarter 90 days)"),
            (CohortKind.State, false) => new("批次期之后第 k 个自然期结束时", "at the end of the k-th calendar period after the cohort's"),
            (_, true) => new("自本人批次日起 k 段之内（周 7 天、月 30 天、季 90 天），累计", "within k stretches of each customer's own day (week 7, month 30, quarter 90 days), cumulative"),
            _ => new("到批次期之后第 k 个自然期结束为止，累计", "by the end of the k-th calendar period after the cohort's, cumulative"),
        };
    }

    /// <summary>An age as a heading: 第 3 月, month 3, days 1–7.</summary>
    public static string AgeName(CohortAge age, Grain grain, Reader reader)
    {
        var one = age.First == age.Last;
        return reader.Say(
            grain switch
            {
                Grain.Day => new Text("第 {0} 天", one ? "day {0}" : "days {0}"),
                Grain.Week => new Text("第 {0} 周", one ? "week {0}" : "weeks {0}"),
                Grain.Month => new Text("第 {0} 月", one ? "month {0}" : "months {0}"),
                _ => new Text("第 {0} 季", one ? "quarter {0}" : "quarters {0}"),
            },
            one ? $"{age.First}" : $"{age.First}–{age.Last}");
    }

    /// <summary>A warning of an answer in plain words.</summary>
    public static Text Warning(string code) => code switch
    {
        "on_or_after_can_still_rise" => new("“或以后”看到数据最后一天：年轻批次还会升高。", "On or after looks as far as the data reach: young cohorts can still rise."),
        MetricResult.BeforeData => new("有些账龄在数据开始之前：这些客户不计入比率，也不是零。", "Some ages lie before the data begin: these customers are in no rate, and are not zero."),
        _ when code.StartsWith("on_or_after_within", StringComparison.Ordinal) => new("“或以后”看到加入后第 90 天为止。", "On or after looks as far as day 90 after joining."),
        _ when code.StartsWith("needs_activity_beyond", StringComparison.Ordinal) => new("客户活跃只记到加入后第 90 天，更晚的账龄没有数据。", "Activity is kept for 90 days after joining; later ages have no data."),
        _ => new(code, code),
    };

    /// <summary>A problem with a question for a cohort table; what it shares with metrics is worded there.</summary>
    public static Text Problem(QuestionProblem problem) => problem.Code switch
    {
        "criterion_not_offered" or "unknown_criterion" => new("这种表不能这样判定", problem.Message),
        "unknown_mode" => new("计法不认识", problem.Message),
        "missing_brackets" or "bad_bracket" or "brackets_not_used" => new("区间要写成 0,1-7,8-30 的样子", problem.Message),
        "bad_ages" or "ages_not_used" => new("账龄个数写得不对", problem.Message),
        "too_many_cells" => new("格子太多，请用更粗的分批或更短的日期", problem.Message),
        "too_many_dimensions" => new("最多按一个维度拆分", problem.Message),
        "unknown_measure" => new("没有这种同期群表", problem.Message),
        _ when problem.Code.StartsWith("needs_activity_beyond", StringComparison.Ordinal) => new("客户活跃只记到加入后第 90 天，请用更短的账龄", problem.Message),
        _ => Words.Problem(problem),
    };
}
