using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Reports.Weekly;

/// <summary>The weekly report's own texts, in both languages; {0} are places for values.</summary>
internal static class WeeklyWords
{
    /// <summary>Drawn by the page; a print with fewer is refused.</summary>
    public const int ChartsOnPage = 9;

    public static readonly Text Name = new("私域经营周报", "Private-domain weekly report");
    public static readonly Text CompanyScope = new("全公司", "whole company");
    public static readonly Text ThisWeek = new("本周", "This week");
    public static readonly Text Stop = new("。", ".");
    public static readonly Text SentencePart = new("{0} {1}（{2}）", "{0} {1} ({2})");
    public static readonly Text Unchanged = new("持平", "unchanged");
    public static readonly Text NoData = new("没有数据", "no data");
    public static readonly Text Cards = new("关键指标", "Key figures");
    public static readonly Text Findings = new("变化最大的三件事", "The three largest moves");
    public static readonly Text FindingsRule = new(
        "每项取最近一期与前一期之差，除以它自己平时一期的变动（此前各期变动的中位数），取最大的三项；分解各项相加等于总变化。",
        "Each figure's latest period against the one before, divided by its own usual move (the median of its earlier moves); the three largest. Parts of a move add up to it.");
    public static readonly Text NoFindings = new("数据还不够比较。", "There is not enough data to compare.");
    public static readonly Text Usual = new("平时每期约 ±{0}", "usually about ±{0}");
    public static readonly Text WithinUsual = new("在平时波动之内", "within its usual range");
    public static readonly Text BeyondUsual = new("是平时的 {0} 倍", "{0} times its usual move");
    public static readonly Text Mix = new("{0}结构", "{0} mix");
    public static readonly Text ByDimension = new("{0}：{1}", "{0}: {1}");
    public static readonly Text Comma = new("，", ", ");
    public static readonly Text NotCounted = new("{0} 行被隔离未计入，{1} 行装载时待关联；明细和口径见文末。", "{0} rows are quarantined and not counted, {1} waited at load; details and definitions at the end.");
    public static readonly Text Better = new("转好", "better");
    public static readonly Text Worse = new("转差", "worse");
    public static readonly Text Change = new("变化", "change");
    public static readonly Text Versus = new("{0} {1}", "{0} {1}");
    public static readonly Text ImmatureNote = new("另有 {0} 位未满观察期", "{0} more not observed in full");
    public static readonly Text OwnPeriod = new("最近可判断的一期：{0}", "latest that can be judged: {0}");
    public static readonly Text Keep = new("留存", "Keeping customers");
    public static readonly Text Buy = new("转化与复购", "Buying, and buying again");
    public static readonly Text Sell = new("销售与员工", "Sales and people");
    public static readonly Text Trusted = new("数据与口径", "What this report rests on");
    public static readonly Text ChartTitle = new("{0}，{1}", "{0} {1}");
    public static readonly Text ByJoinWeek = new("按加入周", "by week joined");
    public static readonly Text ByJoinMonth = new("按加入月", "by month joined");
    public static readonly Text ByFirstMonth = new("按首购月", "by month of first purchase");
    public static readonly Text ByWeek = new("按周", "by week");
    public static readonly Text Cut = new("纵轴从 {0} 起", "axis starts at {0}");
    public static readonly Text Hatched = new("斜纹：未满观察期", "hatched: not observed in full");
    public static readonly Text Hollow = new("空心点：未满观察期", "hollow: not observed in full");
    public static readonly Text Matures = new("{0}于 {1} 成熟", "{0} matures {1}");
    public static readonly Text Band = new("浅带：95% 区间", "band: 95% interval");
    public static readonly Text Employees = new("员工", "Employees");
    public static readonly Text EmployeesNote = new(
        "在池客户最多的 {0} 人，共 {1} 人。两个率取近 13 周加入的客户，n 为已满观察期的人数；n 小于 {2} 的以灰色显示，不参与排名；排名在全部员工中按首日留存率，不含离职员工和不设 KPI 的部门。",
        "The {0} with the most customers, of {1}. Both rates are over customers who joined in the last 13 weeks; n are those observed in full. Below n = {2} they are grey and not ranked. Ranks are by day-1 retention among all employees but those who left and units without KPIs.");
    public static readonly Text Employee = new("员工", "Employee");
    public static readonly Text RankColumn = new("留存排名", "Rank");
    public static readonly Text WeekColumn = new("本周{0}", "{0}, this week");
    public static readonly Text DataTitle = new("数据", "Data");
    public static readonly Text Dataset = new("数据集", "Dataset");
    public static readonly Text CompleteThrough = new("完整至", "Complete through");
    public static readonly Text Waiting = new("装载时待关联的行", "Rows that waited at load");
    public static readonly Text Refused = new("隔离的行", "Rows quarantined");
    public static readonly Text Definitions = new("口径", "Definitions");
    public static readonly Text Metric = new("指标", "Metric");
    public static readonly Text Version = new("版本", "Version");
    public static readonly Text Window = new("观察期", "Window");
    public static readonly Text WindowDays = new("{0} 天", "{0} days");
    public static readonly Text WindowSettle = new("{0} + {1} 天", "{0} + {1} days");
    public static readonly Text Meaning = new("含义", "Meaning");
    public static readonly Text AsOfLine = new(
        "数据完整至 {0}，版本 {1}；业务时区 {2}；范围：{3}；筛选：无。",
        "Data complete through {0}, version {1}; business time zone {2}; scope: {3}; filters: none.");
    public static readonly Text Foot = new("数据至 {0} · 范围 {1} · 筛选 无 · {2}", "data through {0} · scope {1} · no filters · {2}");

    public static string Title(WeeklyReport report, string language)
    {
        var reader = new Reader(language, "light");
        return $"{reader[Name]} {reader.Format.Period(report.Week, Grain.Week)}";
    }

    public static string ScopeName(WeeklyReport report, Reader reader) =>
        report.Scope == Core.Metrics.AccessScope.Company.Name ? reader[CompanyScope] : report.Scope;
}
